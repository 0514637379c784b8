"""Whether Qt can start here, found out without starting it: Qt's own answer is to abort the process.

Standard library only, so that `dev.py` can ask before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import sys

# The library that Qt links to, and the Debian and Ubuntu package that has it.
_DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
}
_X11 = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def expected() -> bool:
    """A desktop session claims to be there. Whether it `answers` is another matter."""
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing(*, window: bool) -> dict[str, str]:
    """Libraries that Qt would not find, each with its Debian package.

    Drawing pages and pictures takes fewer than a `window`, which also talks to the X or Wayland server of the session.
    """
    if not sys.platform.startswith("linux"):
        return {}
    needed = dict(_DRAWING)
    if window:
        needed |= _X11 if os.environ.get("DISPLAY") else _WAYLAND
    return {library: package for library, package in needed.items() if not _loads(library)}


def answers() -> bool:
    """A window can be opened: a platform that Qt was told to use, or would try by itself, has a screen."""
    own = "cocoa" if sys.platform == "darwin" else "windows" if sys.platform == "win32" else "wayland;xcb"
    wanted = os.environ.get("QT_QPA_PLATFORM") or own
    return any(_shows(part.partition(":")[0]) for part in wanted.split(";"))


def _shows(platform: str) -> bool:
    if platform == "xcb":
        return bool(os.environ.get("DISPLAY")) and _x_answers()
    if platform in ("wayland", "wayland-egl"):
        return bool(os.environ.get("WAYLAND_DISPLAY")) and _wayland_answers()
    return platform in ("cocoa", "windows", "vnc")  # offscreen and minimal show nothing; the rest cannot be asked


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _x_answers() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)  # never NULL: a failed connection is an object too
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)


def _wayland_answers() -> bool:
    try:
        wayland = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return False
    wayland.wl_display_connect.restype = ctypes.c_void_p
    wayland.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    display = wayland.wl_display_connect(None)
    if display:
        wayland.wl_display_disconnect(display)
    return bool(display)
