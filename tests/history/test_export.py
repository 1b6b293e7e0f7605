"""Everything written out, so that nobody is bound to `emul`."""

import csv
import io
import zipfile

from emulation_cli.register.opening import register_file


def test_everything_is_in_the_zip_row_by_row(emul, register_path, tmp_path) -> None:
    emul("init", "--unit", "Huyện Cẩm Xuyên")
    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")
    emul("add-model", "--name", "=Ngõ xanh", "--unit", "U1", "--field", "KT", "--year", "2023")

    emul("export", "--all", "-o", tmp_path / "all.zip")

    with zipfile.ZipFile(tmp_path / "all.zip") as parts:
        assert parts.testzip() is None
        tables = {
            name.removesuffix(".csv"): list(
                csv.reader(io.StringIO(parts.read(name).decode("utf-8")))
            )
            for name in parts.namelist()
            if name.endswith(".csv")
        }
        assert "README.txt" in parts.namelist()
    with register_file.open_register(register_path) as register:
        for name, rows in tables.items():
            count = register.connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            assert len(rows) == count + 1, name
    assert {"unit", "model", "change_row", "models", "honours", "term"} <= set(tables)
    assert tables["models"][1][1] == "=Ngõ xanh"
