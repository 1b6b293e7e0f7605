"""What every seeded term and each of its other names turns into: no name is narrower or wider."""

from contextlib import closing

from emulation_cli.domain.text import fold
from emulation_cli.register.opening.register_file import create

# What the law or an office's list tells apart (DOMAIN section 6).
APART = {
    "title": ("Đơn vị quyết thắng", "Tập thể lao động xuất sắc", "Đơn vị tiên tiến",
              "Tập thể lao động tiên tiến", "Chiến sĩ tiên tiến", "Lao động tiên tiến"),
    "form": ("Huân chương Lao động", "Huân chương Độc lập", "Huân chương", "Bằng khen",
             "Bằng khen của Thủ tướng Chính phủ", "Giấy khen", "Huy hiệu Đảng"),
    "exemplar_field": ("Văn hóa - xã hội", "Văn hóa, thể thao", "Văn hóa", "Quốc phòng",
                       "Quốc phòng - an ninh", "An ninh trật tự", "An sinh xã hội",
                       "Nhân đạo, từ thiện", "Dân vận", "Xây dựng hệ thống chính trị"),
}  # fmt: skip


def test_every_seeded_name_turns_into_its_term(tmp_path, golden) -> None:
    with closing(create(tmp_path / "r.db", unit_name="Huyện Thử", language="vi")) as register:
        rows = register.rows("SELECT * FROM term ORDER BY vocabulary, position, code")
        lines = []
        for row in rows:
            names = [
                row["label_vi"],
                row["label_en"],
                *filter(None, row["other_names"].split("; ")),
            ]
            found = [register.vocabularies.find(row["vocabulary"], name) for name in names]
            assert [term and term.code for term in found] == [row["code"]] * len(names), names
            law = ", ".join(filter(None, (row["system"], row["source"], row["valid_from"])))
            lines.append(f"{row['vocabulary']}  {row['code']}  {' | '.join(names)}  [{law}]")
    golden("terms.txt", "\n".join(lines) + "\n")


def test_what_the_law_tells_apart_is_told_apart(tmp_path) -> None:
    with closing(create(tmp_path / "r.db", unit_name="Huyện Thử", language="vi")) as register:
        for vocabulary, names in APART.items():
            codes = [register.vocabularies.find(vocabulary, name) for name in names]
            assert all(codes), names
            assert len({term.code for term in codes if term}) == len(names), vocabulary
            assert len({fold(name) for name in names}) == len(names)


def test_the_label_of_a_type_of_unit_says_all_that_the_law_calls_so(tmp_path) -> None:
    with closing(create(tmp_path / "r.db", unit_name="Huyện Thử", language="vi")) as register:
        for together in ("Huyện, quận, thị xã", "Thôn, tổ dân phố", "Doanh nghiệp, hợp tác xã"):
            for name in together.split(", "):
                term = register.vocabularies.find("unit_type", name)
                assert term
                assert term.label_vi == together
