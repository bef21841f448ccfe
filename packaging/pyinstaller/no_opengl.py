"""Runs first in the packaged app: modules in the place of Qt's OpenGL, which is left out (10 MB).

pyqtgraph asks for them when it is imported, and uses them when it draws by OpenGL, which the app
never has it do.
"""

from __future__ import annotations

import sys
import types

_MODULE = types.ModuleType("PySide6.QtOpenGL")
_WIDGETS = types.ModuleType("PySide6.QtOpenGLWidgets")
_WIDGETS.__dict__["QOpenGLWidget"] = type("QOpenGLWidget", (), {})  # it asks what is one
sys.modules.update({module.__name__: module for module in (_MODULE, _WIDGETS)})
