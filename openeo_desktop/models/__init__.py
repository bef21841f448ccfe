"""Service events turned into rows for Qt's views; QtCore and QtGui, no widgets."""
