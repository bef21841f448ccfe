"""Fills the style sheet template of `resources/style/app.qss` with the tokens of a scheme."""

from __future__ import annotations

from dataclasses import fields
from string import Template

from openeo_desktop.core.resources import resource_path
from openeo_desktop.ui.look.tokens import CARD_RADIUS, RADIUS, Tint, Tokens


def style_sheet(tokens: Tokens) -> str:
    """The style sheet of a scheme. Raises KeyError if the template names an unknown token."""
    template = Template(resource_path("style/app.qss").read_text(encoding="utf-8"))
    return template.substitute(_values(tokens))


def _values(tokens: Tokens) -> dict[str, str]:
    """`$text`, `$error_text`, `$error_fill`, … and `$images`, the folder of the drawn marks."""
    values = {"radius": f"{RADIUS}px", "card_radius": f"{CARD_RADIUS}px"}
    for field in fields(tokens):
        value = getattr(tokens, field.name)
        if isinstance(value, Tint):
            values[f"{field.name}_text"] = value.text
            values[f"{field.name}_fill"] = value.fill
        else:
            values[field.name] = value
    values["images"] = resource_path(f"style/{tokens.name}").as_posix()
    return values
