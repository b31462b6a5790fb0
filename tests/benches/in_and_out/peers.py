"""Other programs at the same work, each in a process that says what it took as the bench does."""

import csv
import json
import os
import pathlib
import resource
import shutil
import sqlite3
import subprocess
import sys
import time

import openpyxl

FOLDER = pathlib.Path(sys.argv[2])


def read_and_store():
    rows = openpyxl.load_workbook(FOLDER / "tasks.xlsx", read_only=True).active.iter_rows(values_only=True)
    columns = len(next(rows))
    database = sqlite3.connect(FOLDER / f"peer-{os.getpid()}.sqlite")
    database.execute("PRAGMA synchronous = FULL")
    database.execute(f"CREATE TABLE task ({', '.join(f'c{it}' for it in range(columns))})")
    database.executemany(f"INSERT INTO task VALUES ({', '.join('?' * columns)})", rows)
    database.commit()


def write():
    """Writes as many cells as the matrix has, with as many formulas."""
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("Matrix")
    with open(FOLDER / "tasks.csv", encoding="utf-8", newline="") as text:
        for number, row in enumerate(csv.reader(text), 1):
            made = [f"=IF(COUNT(E{number}:H{number})=4,SUM(E{number}:H{number}),\"\")"] * 7
            sheet.append(row[:4] + [int(it) if it.isdigit() else it for it in row[4:]] + made + [str(number)])
    workbook.save(FOLDER / "peer.xlsx")


def convert(source, ending):
    program = shutil.which("soffice")
    if not program:
        sys.exit(1)
    profile = f"-env:UserInstallation=file://{FOLDER}/profile"
    command = [program, profile, "--headless", "--convert-to", ending, "--outdir", FOLDER / "peer", FOLDER / source]
    subprocess.run(command, check=True, capture_output=True)


WORK = {
    "import": read_and_store,
    "export": write,
    "to-csv": lambda: convert("tasks.xlsx", "csv"),
    "to-xlsx": lambda: convert("tasks.csv", "xlsx"),
}

started = time.perf_counter()
WORK[sys.argv[1]]()
taken = time.perf_counter() - started
used = resource.getrusage(resource.RUSAGE_CHILDREN if sys.argv[1].startswith("to-") else resource.RUSAGE_SELF)
cpu = used.ru_utime + used.ru_stime
print(json.dumps({"parts": [["work", taken]], "cpu": cpu, "peak_kb": used.ru_maxrss}))
