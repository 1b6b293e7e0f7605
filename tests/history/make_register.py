"""Write the register of this version that later versions must be able to open.

    python tests/history/make_register.py

Run it before a release, and never again for a version that has been released.
"""

from pathlib import Path

from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.opening import connections, register_file
from emulation_cli.register.recording import new_records


def main() -> None:
    path = Path(__file__).parent / "registers" / f"version-{connections.SCHEMA_VERSION}.db"
    path.unlink(missing_ok=True)
    with register_file.create(path, unit_name="Huyện Cẩm Xuyên", language="vi") as register:
        register.command = "emul …"
        new_records.add(register, "units", {"name": "Xã Cẩm Duệ", "type": "commune"})
        common = {"unit": register.unit(1), "kind": "individual"}
        year = PartialDate("2023")
        model = {"name": "Ngõ xanh", "field": "KT", "year": year}
        new_records.add(register, "models", common | model)
        person = {"name": "Nguyễn Văn Mẫu", "field": "kinh-te", "date": year}
        new_records.add(register, "exemplars", common | person)
        honour = {"recipient": "Nguyễn Văn Mẫu", "act": "praise", "date": year}
        new_records.add(register, "honours", common | honour)
        register.connection.execute("VACUUM")


if __name__ == "__main__":
    main()
