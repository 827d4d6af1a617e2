"""What every page must hold in both themes: names for controls, a way by keyboard to each, targets large enough."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QScrollArea, QWidget

CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.Table,
    QAccessible.Role.List,
    QAccessible.Role.PageTabList,
    QAccessible.Role.PageTab,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Graphic,
}
SMALLEST_TARGET = 20  # 24 with the gap around it; badges' crosses and small buttons


def unnamed(root):
    """Controls under `root` that a screen reader could not name, as lines."""
    return list(_walk(QAccessible.queryAccessibleInterface(root), 0))


def _walk(node, depth):
    if node is None or not node.isValid() or depth > 60 or node.state().invisible:
        return
    widget = node.object()
    if node.role() in CONTROLS and not node.text(QAccessible.Text.Name).strip() and not _is_inner(widget):
        yield f"{type(widget).__name__ if widget else node.role()} in {_path(widget)}"
    if node.role() in {QAccessible.Role.Table, QAccessible.Role.List}:
        return  # rows are named by their model
    for index in range(node.childCount()):
        yield from _walk(node.child(index), depth + 1)


def _is_inner(widget):
    """Whether Qt made this part for itself inside a control of ours, e.g. a combo box's list."""
    return isinstance(widget, QAbstractItemView) and widget.window() is not widget and not widget.isVisible()


def _path(widget):
    names = []
    while isinstance(widget, QWidget):
        names.append(widget.objectName() or type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(names)


def unreached(root):
    """Enabled controls under `root` that Tab does not come to; `root` must be shown and active."""
    wanted = {widget for widget in root.findChildren(QWidget) if _takes_tab(widget)}
    first = next(iter(wanted), None)
    if first is None:
        return []
    first.setFocus(Qt.FocusReason.TabFocusReason)
    reached = set()
    for _step in range(4 * len(wanted) + 20):
        focused = QApplication.focusWidget()
        if focused is None:
            break
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return [f"{type(widget).__name__} {widget.accessibleName()!r} in {_path(widget)}" for widget in wanted - reached]


def _takes_tab(widget):
    is_live = widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
    is_frame = isinstance(widget, QScrollArea) or _is_reached_by_arrows(widget)
    return is_live and not is_frame and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _is_reached_by_arrows(widget):
    """Whether the widget is the unchosen part of a choice: Tab comes to the chosen one, arrows move on."""
    if not isinstance(widget, QAbstractButton) or widget.isChecked():
        return False
    group = widget.group()
    return widget.autoExclusive() or (group is not None and group.exclusive())


def small_targets(root):
    """Buttons and fields under `root` that are hard to hit."""
    return [
        f"{type(widget).__name__} {widget.accessibleName()!r} {widget.width()}x{widget.height()}"
        for kind in (QAbstractButton, QLineEdit)
        for widget in root.findChildren(kind)
        if widget.isVisible() and min(widget.width(), widget.height()) < SMALLEST_TARGET and _takes_tab(widget)
    ]


def assert_accessible(root):
    """Fail with every control that has no name, cannot be reached by Tab, or is too small."""
    faults = (
        [f"without name: {line}" for line in unnamed(root)]
        + [f"not reached by Tab: {line}" for line in unreached(root)]
        + [f"too small: {line}" for line in small_targets(root)]
    )
    assert not faults, "\n" + "\n".join(faults)
