"""What the packaged app does not need of the libraries it is made of, and why."""

from __future__ import annotations

import re

EXCLUDED_MODULES = [
    # Of other windows and notebooks: hooks and optional parts of libraries ask for them.
    *("tkinter", "IPython", "matplotlib", "scipy", "pandas", "PIL", "wx", "PyQt5", "PyQt6"),
    *("jupyter_rfb", "cupy", "numba", "h5py", "OpenGL", "colorcet", "boto3", "xarray", "fsspec"),
    # Qt as far as no file of ours imports it.
    *(f"PySide6.Qt{name}" for name in ("Qml", "Quick", "QuickWidgets", "QuickControls2")),
    *(f"PySide6.Qt{name}" for name in ("OpenGL", "OpenGLWidgets", "Sql", "Test", "Xml")),
    *(f"PySide6.Qt{name}" for name in ("Designer", "UiTools", "Help", "PrintSupport")),
    *("pyqtgraph.opengl", "pyqtgraph.jupyter", "pyqtgraph.examples", "pyqtgraph.console"),
    *("numpy.f2py", "numpy.testing", "numpy.distutils", "numpy.random", "rasterio.rio"),
    *("setuptools", "pkg_resources", "pip", "lib2to3", "test", "readline", "pydoc_data"),
]

_LANGUAGES = "de|fr|en"
_LEFT_OUT = tuple(
    re.compile(pattern)
    for pattern in (
        # The window speaks three languages.
        rf"PySide6/.*translations/(?!qtbase_({_LANGUAGES})\.qm)",
        # One of QtAwesome's fonts draws all our icons.
        r"qtawesome/fonts/(?!phosphor-)",
        r"pyqtgraph/(examples|icons/.*\.(svg|png)$)",
        r"(^|/)(tests?|examples|include)/",
        r"\.(pyi|pxd|pyx|c|h|hpp)$",
        # Grids of PROJ are never in the wheel; what only its command line needs:
        r"rasterio/(proj_data/.*\.(tif|gz)$|gdal_data/.*\.(html|template)$)",
        # All texts of licences are in resources/licences.json.
        r"^resources/licences/|\.dist-info/(sboms|licenses|LICEN[CS]E|RECORD|INSTALLER|REQUESTED|WHEEL)",
        # Of formats that are not read here.
        r"rasterio/gdal_data/(s57|ecw|nitf|vdv|inspire|ruian|ozi|pds4|jpfgd|cube|grib2|osm|seed)",
        r"rasterio/gdal_data/(gmlasconf|gml_registry|MM_|plscenes|eedaconf|pci_|trailer|header)",
        r"openeo_desktop/local/.*\.pyc$",
        r"__pycache__",
        r"(^|/)\.(mypy_cache|ruff_cache|gitignore)",  # of a checkout in use
    )
)
_LIBRARIES_LEFT_OUT = tuple(
    re.compile(pattern)
    for pattern in (
        # Modules that come along because a plugin of Qt links to them.
        r"Qt6?(Qml|Quick|Pdf|VirtualKeyboard|Designer|Sql|Test|PrintSupport|ShaderTools)",
        r"Qt6?(OpenGLWidgets|Help|UiTools|LabsFolder|LabsSettings|WlShell|EglFS|EglFs)",
        # Platforms of devices without a desktop, and databases, and what draws on touch screens.
        r"plugins/platforms/libq(eglfs|linuxfb|vkkhrdisplay|vnc|minimalegl|minimal)\b",
        r"plugins/(egldeviceintegrations|platforminputcontexts/libqtvirtualkeyboard|sqldrivers)",
        r"plugins/(qmltooling|qmllint|designer|generic|networkinformation|position|sensors)",
        r"plugins/(printsupport|imageformats/(libqpdf|qpdf|libqwbmp|libqtga|libqicns))",
        # Windows are painted without OpenGL; TLS is Python's own affair (requests, truststore).
        r"plugins/(xcbglintegrations|wayland-graphics-integration-client|tls)/",
        r"libQt6OpenGL\.|imageformats/libqtiff",
        # Old encodings of East Asian texts; what only numpy's own tests load.
        r"lib-dynload/(_codecs_(jp|hk|cn|kr|tw|iso2022)|_multibytecodec)\.",
        r"numpy/_core/_\w+_tests\.",
        # GNOME's dialogs come by the portal, for which no GTK has to travel along.
        r"plugins/platformthemes/libqgtk3",
        r"plugins/wayland-graphics-integration-server",
        # A protocol of Wayland that no desktop speaks any more; its library is not there.
        r"plugins/wayland-shell-integration/libwl-shell-plugin",
        r"rasterio/_(example|fill)\.",
    )
)


def is_left_out(name: str) -> bool:
    """Whether a file (by its place in the bundle) is not needed."""
    place = name.replace("\\", "/")
    return any(pattern.search(place) for pattern in (*_LEFT_OUT, *_LIBRARIES_LEFT_OUT))
