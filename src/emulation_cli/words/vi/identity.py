"""Ai là ai: điều người dùng ghi nhận về hai bản ghi, và những gì còn để ngỏ."""

SENTENCES = {
    "same": "Từ nay {one} «{name}» và {other} «{other_name}» là một. Không có gì bị viết lại: emul join {one} {other} --undo để rút lại.",
    "same_known": "Đã ghi nhận từ trước: {one} và {other} là một.",
    "distinct": "Đã ghi nhận: {one} và {other} là hai. emul distinct {one} {other} --undo để rút lại.",
    "distinct_known": "Đã ghi nhận từ trước: {one} và {other} là hai.",
    "withdrawn": "Đã rút lại điều đã ghi nhận về {one} và {other}.",
    "nothing_said": "Chưa ghi nhận điều gì về {one} và {other}.",
    "said_distinct": "{one} và {other} đã được ghi nhận là hai. Dùng --yes nếu vẫn gộp và rút lại điều đó.",
    "said_same": "{one} và {other} đã được gộp. Dùng --yes nếu vẫn tách và rút lại điều đó.",
    "cannot_join": "{one} và {other} không thể là một: phải là hai điển hình, mô hình hoặc lượt khen, hai quyết định hoặc hai hội nghị.",
    "typed_twice": "{id} «{name}» cũng là một: chỉ tính một lần. Nếu là hai: emul distinct.",
    "belongs": "được tính là một với {id} «{name}».",
    "may_be": "có thể là {id} «{name}»; đang tính riêng. Nếu là một: emul join {own} {id}. Nếu là hai: emul distinct {own} {id}.",
    "same_honour": "{id} «{name}» là cùng một lượt khen; đang bị tính hai lần. Bỏ bản thừa: emul cancel.",
    "second_award": "khen lần thứ hai trong cùng phong trào và năm, xem {id} «{name}».",
}
