"""Import into the open office: choose, see every row first, take it in as one step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from techsched.desk.importing import ImportRows, read_in
from techsched.errors import UserError
from techsched.exchange.reading import Reading
from ui.bridge import Bridge
from ui.import_preview import ImportPreview
from ui.parts.button import Button
from ui.parts.dialog import Dialog
from ui.parts.plain_label import PlainLabel


class ImportDialog(Dialog):
    """Nothing is changed before the button of the preview; undo takes the whole import back."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(self.tr("Import"), self.tr("You check every row before anything is saved."), width=1100)
        self.bridge = bridge
        self.reading: Reading | None = None
        self._told = PlainLabel(
            self.tr("A company folder, or single CSV or Excel files: people, clients, engagements, absences, visits."),
            "body",
            wrap=True,
        )
        self.preview = ImportPreview()
        self.preview.hide()
        self.preview.accepted.connect(self.take_in)
        self.preview.cancelled.connect(self.dismiss)
        self.preview.other_asked.connect(self.choose_folder)
        self.body.addWidget(self._told)
        self.body.addWidget(self.preview, 1)
        files = Button(self.tr("Choose files…"), "plain", icon="file")
        files.clicked.connect(self.choose_files)
        folder = Button(self.tr("Choose a folder…"), "primary", icon="folder-open")
        folder.clicked.connect(self.choose_folder)
        self.add_button(files)
        self.add_button(folder, default=True)

    def choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self.window(), self.tr("Choose a folder"))
        if name:
            self.read([Path(name)])

    def choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self.window(), self.tr("Choose files"), "", "*.csv *.tsv *.txt *.xlsx")
        if names:
            self.read([Path(name) for name in names])

    def read(self, paths: list[Path]) -> None:
        """Then the preview, or the sentence that says why nothing could be read.

        Here and not on another thread: the desk loads the days that the files speak of.
        """
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            reading = read_in(self.bridge.desk, paths)
        except UserError as trouble:
            self._trouble(trouble)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        name = paths[0].name if len(paths) == 1 else self.tr("%1 files").replace("%1", str(len(paths)))
        self._show(name, reading)

    def _show(self, name: str, reading: Reading) -> None:
        self.reading = reading
        self._told.hide()
        self.preview.show_reading(name, reading, self.bridge.schedule, self.bridge.now)
        self.preview.show()

    def _trouble(self, trouble: UserError) -> None:
        self._told.setText(self.bridge.say(trouble.sentence))
        self._told.set_role("bad")
        self._told.show()

    def take_in(self) -> None:
        if self.reading is not None and self.bridge.do(ImportRows(self.reading.change)) is not None:
            self.dismiss()
