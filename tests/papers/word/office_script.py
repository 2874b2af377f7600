"""Run by the Python that LibreOffice speaks to, not by pytest: opens files in Writer, does things in them, saves them.

    python3 office_script.py jobs.json

Each job is {"file": ..., "saves": ..., "steps": [[name, arguments...], ...]}; places in a text are told by the words
that stand there, as a person would look for them. Writes `null` or what went wrong, by job, to standard output.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


def setting(name, value):
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


class Writer:
    """One running LibreOffice, spoken to through a pipe: nothing of it is on a network."""

    def __init__(self, author):
        self.folder = tempfile.TemporaryDirectory()
        pipe = f"accord{os.getpid()}"
        arguments = [
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            f"--accept=pipe,name={pipe};urp;",
        ]
        profile = f"-env:UserInstallation={Path(self.folder.name).as_uri()}"
        self.process = subprocess.Popen([*arguments, profile], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(600):
            try:
                self.context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.1)
        self.desktop = self.service("com.sun.star.frame.Desktop")
        self.dispatcher = self.service("com.sun.star.frame.DispatchHelper")
        self.name(author)

    def service(self, name):
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def set(self, path, **values):
        provider = self.service("com.sun.star.configuration.ConfigurationProvider")
        update = "com.sun.star.configuration.ConfigurationUpdateAccess"
        node = provider.createInstanceWithArguments(update, (setting("nodepath", path),))
        for name, value in values.items():
            node.setPropertyValue(name, value)
        node.commitChanges()

    def name(self, author):
        self.set("/org.openoffice.UserProfile/Data", givenname=author, sn="")

    def close(self):
        try:
            self.desktop.terminate()
            self.process.wait(30)
        except Exception:
            self.process.kill()
        self.folder.cleanup()

    def does(self, job):
        document = self.desktop.loadComponentFromURL(
            Path(job["file"]).as_uri(), "_blank", 0, (setting("Hidden", True),)
        )
        try:
            for name, *arguments in job["steps"]:
                getattr(Hand(self, document), name)(*arguments)
            document.storeToURL(Path(job["saves"]).as_uri(), (setting("FilterName", "MS Word 2007 XML"),))
        finally:
            document.close(True)


class Hand:
    """What a person does in a document."""

    def __init__(self, writer, document):
        self.writer, self.document, self.text = writer, document, document.Text

    def paragraphs(self):
        found = self.text.createEnumeration()
        while found.hasMoreElements():
            yield found.nextElement()

    def paragraph(self, words):
        return next(one for one in self.paragraphs() if words in one.String)

    def cursor(self, words):
        """Over words, wherever they stand."""
        paragraph = self.paragraph(words)
        cursor = self.text.createTextCursorByRange(paragraph.Start)
        place = paragraph.String.index(words)
        # The word processor counts in UTF-16.
        lengths = [len(text.encode("utf-16-le")) // 2 for text in (paragraph.String[:place], words)]
        for n, extend in zip(lengths, (False, True), strict=True):
            while n > 0:
                cursor.goRight(min(n, 10_000), extend)
                n -= 10_000
        return cursor

    def tracks(self, yes):
        self.document.RecordChanges = yes

    def replace(self, words, others):
        self.cursor(words).String = others

    def insert(self, after, words):
        cursor = self.cursor(after)
        cursor.collapseToEnd()
        self.text.insertString(cursor, words, False)

    def split(self, after):
        cursor = self.cursor(after)
        cursor.collapseToEnd()
        self.text.insertControlCharacter(cursor, 0, False)

    def add(self, after, words):
        """A new paragraph after the one with these words."""
        cursor = self.text.createTextCursorByRange(self.paragraph(after).End)
        self.text.insertControlCharacter(cursor, 0, False)
        self.text.insertString(cursor, words, False)

    def delete(self, words):
        """The paragraph with these words, with its end."""
        cursor = self.text.createTextCursorByRange(self.paragraph(words).Start)
        cursor.gotoEndOfParagraph(True)
        cursor.goRight(1, True)
        cursor.String = ""

    def merge(self, words):
        """The paragraph with these words and the next."""
        cursor = self.text.createTextCursorByRange(self.paragraph(words).End)
        cursor.goRight(1, True)
        cursor.String = ""

    def down(self, words):
        """The paragraph with these words moves below the next."""
        self.document.CurrentController.ViewCursor.gotoRange(self.paragraph(words).Start, False)
        self._command("MoveDown")

    def bold(self, words):
        self.cursor(words).CharWeight = 150.0

    def forget(self):
        """All bookmarks are lost."""
        for name in self.document.Bookmarks.ElementNames:
            self.text.removeTextContent(self.document.Bookmarks.getByName(name))

    def accept(self):
        self._command("AcceptAllTrackedChanges")

    def reject(self):
        self._command("RejectAllTrackedChanges")

    def author(self, name):
        self.writer.name(name)

    def _command(self, name, *arguments):
        frame = self.document.CurrentController.Frame
        self.writer.dispatcher.executeDispatch(frame, f".uno:{name}", "", 0, arguments)


def main():
    jobs = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    writer = Writer("Aldora")
    told = []
    try:
        for job in jobs:
            try:
                writer.name("Aldora")
                writer.does(job)
                told.append(None)
            except Exception as error:
                told.append(f"{type(error).__name__}: {error}")
    finally:
        writer.close()
    print(json.dumps(told))


main()
