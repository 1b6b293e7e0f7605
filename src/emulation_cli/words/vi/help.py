"""Lời hướng dẫn của các lệnh. Dòng đầu của mỗi lệnh là dòng tóm tắt; ví dụ chạy được trên sổ mẫu."""

SENTENCES = {
    "usage": "Cách dùng: {line}",
    "examples": "Ví dụ",
    "arguments": "Nội dung",
    "needed": "Cần có (ở màn hình, thiếu gì emul sẽ hỏi)",
    "options": "Tùy chọn",
    "root": (
        "Sổ thi đua, khen thưởng của một cơ quan: điển hình tiên tiến, mô hình «dân vận khéo», "
        "hội nghị, quyết định, khen thưởng; và báo cáo của một kỳ."
    ),
    "root.usage": "emul [--db TỆP] [--lang vi|en] LỆNH …",
    "root.more": "Cách dùng một lệnh: emul LỆNH --help. Mọi lệnh: emul help --all. Bắt đầu: emul demo.",
    "panel.start": "Bắt đầu",
    "panel.record": "Ghi sổ",
    "panel.find": "Tra cứu",
    "panel.report": "Báo cáo",
    "panel.lists": "Danh sách Excel",
    "panel.care": "Giữ sổ",
    # Các lệnh
    "init": (
        "Lập sổ mới của cơ quan.\n\n"
        "Sổ là một tệp, ở nơi --db hoặc EMUL_DB chỉ, nếu không thì trong thư mục dữ liệu của người dùng."
    ),
    "init.examples": 'emul init --unit "Huyện Cẩm Xuyên"\nemul --db so-2024.db --lang vi init --yes',
    "init.unit": "tên cơ quan, in ở đầu báo cáo",
    "demo": (
        "Xem thử với số liệu mẫu.\n\n"
        "Lập tệp emul-demo.db trong thư mục này, đưa các danh sách mẫu vào và in báo cáo. Không đụng đến sổ của cơ quan."
    ),
    "demo.examples": "emul demo\nemul --lang en demo",
    "manual": (
        "Mở sách hướng dẫn.\n\nMột trang đọc được khi không có mạng; thêm một từ thì mở ở chỗ nói về từ ấy."
    ),
    "manual.examples": "emul manual\nemul manual import",
    "manual.word": "từ cần tìm trong sách",
    "completion": (
        "Ghi tập lệnh để phím Tab điền nốt dòng lệnh.\n\n"
        "Điền lệnh, tùy chọn, tên danh sách, đơn vị, danh mục và mã. Cài bằng một dòng:\n"
        "emul completion bash >> ~/.bashrc\n"
        "emul completion zsh >> ~/.zshrc\n"
        "emul completion fish > ~/.config/fish/completions/emul.fish\n"
        "emul completion powershell | Add-Content $PROFILE"
    ),
    "completion.examples": "emul completion bash\nemul completion powershell",
    "completion.shell": "bash, zsh, fish hoặc powershell",
    "completion.asked": "Dùng trình lệnh nào?",
    "info": "Cho biết sổ ở đâu và có gì.",
    "info.set": 'Nói một lần về cơ quan: tên=giá trị (unit, language, form=state|party, parent, place, symbol, authority, post); ngày của nhiệm kỳ: "nhiệm kỳ 2020-2025=15/10/2020-20/09/2025".',
    "info.format": "text hoặc json",
    "info.examples": 'emul info\nemul info --set form=party --set "parent=Tỉnh ủy Hà Tĩnh"',
    "add-unit": (
        "Ghi một đơn vị.\n\n"
        "Loại: tỉnh, huyện, xã, phường, thị trấn, thành phố, cơ quan, lực lượng vũ trang, đoàn thể, trường học, "
        "doanh nghiệp, thôn, câu lạc bộ, khác."
    ),
    "add-unit.examples": (
        'emul add-unit --name "Trường Tiểu học Hoa Sen" --type "trường học"\n'
        'emul add-unit --name "Xã Hoa Lư" --type xã --code HL --other-name "Hoa Lư cũ"'
    ),
    "add-exemplar": (
        "Ghi một điển hình tiên tiến.\n\n"
        "--date là ngày phát hiện; bồi dưỡng và nhân rộng ghi bằng emul mark. Lĩnh vực mới được thêm vào danh mục, có nhắc."
    ),
    "add-exemplar.examples": (
        'emul add-exemplar --name "Nguyễn Thị Mơ" --kind CN --unit "Cẩm Duệ" --field "Y tế"\n'
        'emul add-exemplar --name "Tổ tự quản số 2" --kind "tập thể" --unit U3 --field "An ninh trật tự" --date 05/2023'
    ),
    "add-exemplar.date": "ngày phát hiện: 04/10/2023, 10/2023 hoặc 2023",
    "add-model": (
        "Ghi một mô hình «dân vận khéo» và đăng ký của năm.\n\n"
        "Các năm duy trì, công nhận, nhân rộng ghi bằng emul mark."
    ),
    "add-model.examples": (
        'emul add-model --name "Ngõ xanh" --unit "Cẩm Hà" --field VHXH --year 2023\n'
        'emul add-model --name "Tổ tiết kiệm" --unit U3 --field "kinh tế" --year 2023 --kind TT --leader "Trần Văn Mẫu"'
    ),
    "add-model.field": "KT, VHXH, QPAN hoặc HTCT (viết tên cũng được)",
    "add-model.kind": "tập thể (TT), cá nhân (CN), hộ gia đình; không ghi là chưa phân loại",
    "add-model.year": "năm đăng ký mới",
    "add-event": "Ghi một hội nghị.\n\nLoại: sơ kết, tổng kết, biểu dương, khác.",
    "add-event.examples": (
        'emul add-event --name "Hội nghị tổng kết 2022" --type "tổng kết" --date 28/12/2022\n'
        'emul add-event --name "Gặp mặt biểu dương" --type praise --date 2023-05-19 --place "Hội trường huyện" --organiser "Huyện đoàn"'
    ),
    "add-event.type": "sơ kết, tổng kết, biểu dương hoặc khác",
    "add-movement": "Ghi một phong trào thi đua.",
    "add-proposal": (
        "Ghi một đề nghị khen thưởng.\n\n"
        "Đề nghị giữ ngày và kết quả xét của nó, dù sau này được khen hay không; người được đề nghị là một lượt khen chờ quyết định."
    ),
    "add-proposal.examples": (
        'emul add-proposal --recipient "Lê Thị Thảo" --kind CN --unit "Cẩm Duệ" --form "giấy khen" --date 05/12/2023\n'
        'emul add-proposal --recipient "Tổ hòa giải thôn 3" --kind TT --unit "Cẩm Hà" --form "bằng khen" --date 2023 --to-body "UBND tỉnh" --votes-for 8 --votes-of 9 --outcome "đạt"'
    ),
    "add-proposal.date": "ngày đề nghị: 05/12/2023, 12/2023 hoặc 2023",
    "add-proposal.unit": "đơn vị của người hoặc tập thể được đề nghị",
    "collect": (
        "Đưa đề nghị vào một hồ sơ.\n\n"
        "Nêu đề nghị nào thì lấy đề nghị ấy; không nêu thì lấy mọi đề nghị chưa khen và chưa thuộc hồ sơ nào, của kỳ và đơn vị được chỉ."
    ),
    "collect.examples": 'emul collect S1 Q1 Q2\nemul collect S1 --period 2023 --unit "Cẩm Duệ"',
    "collect.id": "hồ sơ: mã (S1), hoặc tên",
    "collect.proposals": "đề nghị: mã (Q1), hoặc tên người được đề nghị",
    "papers": (
        "Viết giấy tờ của một hồ sơ.\n\n"
        "Tờ trình, trích ngang, biên bản, quyết định, danh sách kèm theo, giấy khen, sổ cấp, danh sách trao tặng; "
        "theo thể thức Nhà nước hoặc Đảng (emul info --set form=party). Xem một giấy tờ: --paper."
    ),
    "papers.marks": "ghi mẫu có chỗ đánh dấu thay cho số liệu, để cơ quan sửa thành mẫu của mình",
    "papers.examples": "emul papers S1 -o ho-so\nemul papers S1 --paper minutes",
    "papers.id": "hồ sơ: mã (S1), hoặc tên",
    "papers.paper": "một giấy tờ: submission, summary, minutes, decision, annex, certificates, book, ceremony; có thể ghi nhiều lần",
    "papers.output": "thư mục, hoặc tệp .docx của một giấy tờ",
    "decide": (
        "Ghi quyết định của một hồ sơ.\n\n"
        "Đề nghị đạt thành lượt khen theo quyết định, có số vào sổ; hoàn tác được. Cơ quan, cấp: lấy của hồ sơ nếu không ghi."
    ),
    "decide.examples": (
        'emul decide S1 --number 901/QĐ-UBND --date 20/12/2023 --body "UBND huyện" --level huyện\n'
        'emul decide S1 --number 45-QĐ/HU --date 20/12/2023 --signer "Lê Văn Mẫu" --signer-position "Bí thư" --first-number 101'
    ),
    "decide.id": "hồ sơ: mã (S1), hoặc tên",
    "decide.event": "hội nghị trao tặng: mã (E2), hoặc tên",
    "add-presenter": "Ghi người trao tặng tại một hội nghị, theo thứ tự.",
    "add-presenter.examples": (
        'emul add-presenter --event E1 --name "Lê Văn Mẫu" --position "Chủ tịch UBND huyện"\n'
        'emul add-presenter --event E1 --name "Trần Thị Mẫu" --recipients "cá nhân"'
    ),
    "add-presenter.recipients": "trao cho nhóm nào: tập thể, cá nhân, giấy khen …",
    "add-publication": "Ghi một bài báo, buổi phát sóng hoặc buổi nói chuyện về một điển hình.",
    "add-publication.examples": (
        'emul add-publication --title "Người giữ lửa phong trào" --type "bài viết" --exemplar X1 --date 12/03/2023 --place "Báo tỉnh"\n'
        'emul add-publication --title "Giao lưu với gương sáng thôn 3" --type "giao lưu" --exemplar X2 --date 2023'
    ),
    "add-publication.title": "tên tác phẩm, hoặc nội dung của buổi nói chuyện",
    "add-publication.type": "bài viết, phát thanh, truyền hình, nói chuyện, mạng xã hội, khác",
    "add-publication.place": "báo, đài, trang mạng, nơi nói chuyện",
    "add-target": (
        "Giao chỉ tiêu một năm cho một đơn vị.\n\n"
        "Kết quả không phải ghi: báo cáo đếm từ sổ, chỉ của chính đơn vị đó (không gồm đơn vị trực thuộc), và nêu đơn vị chưa đạt."
    ),
    "add-target.examples": (
        'emul add-target --unit "Cẩm Duệ" --year 2023 --measure "mô hình đăng ký" --value 5\n'
        'emul add-target --unit "Cẩm Hà" --year 2023 --measure "bồi dưỡng điển hình" --value 2 --document 12-KH/HU'
    ),
    "add-target.value": "số lượng phải đạt trong năm",
    "option.publications": "kỳ riêng cho phần tuyên truyền",
    "option.targets": "kỳ riêng cho phần chỉ tiêu",
    "option.exemplar": "điển hình: mã (X1), hoặc tên",
    "option.measure": "chỉ tiêu: mô hình đăng ký, mô hình được công nhận, điển hình được phát hiện, bồi dưỡng, nhân rộng",
    "option.place-in-order": "thứ tự trao; không ghi thì theo thứ tự đã ghi vào sổ",
    "add-dossier": (
        "Lập một hồ sơ khen thưởng.\n\n"
        "Hồ sơ gom các đề nghị cùng đợt; từ đó có tờ trình, biên bản, quyết định, giấy khen mà không gõ lại tên nào."
    ),
    "add-dossier.examples": (
        'emul add-dossier --name "Khen thưởng tổng kết năm 2023" --date 05/12/2023 --body "UBND huyện" --level huyện\n'
        'emul add-dossier --name "Khen đột xuất tháng 12" --members 9 --present 8 --meeting-date 10/12/2023 --chair "Lê Văn Mẫu"'
    ),
    "add-movement.examples": (
        'emul add-movement --name "Thi đua chuyển đổi số" --date 2023 --term-from 2023 --term-to 2025\n'
        'emul add-movement --name "Sáng - xanh - sạch - đẹp" --date 05/2023'
    ),
    "add-decision": "Ghi một quyết định khen thưởng, với số lượng ghi trong văn bản.",
    "add-decision.examples": (
        'emul add-decision --number 901/QĐ-UBND --date 20/12/2023 --body "UBND huyện" --level huyện\n'
        'emul add-decision --number 45-QĐ/HU --date 12/2023 --body "Huyện ủy" --level huyện --stated-collectives 12 --stated-individuals 20'
    ),
    "add-honour": (
        "Ghi một lượt biểu dương, tôn vinh hoặc khen thưởng.\n\n"
        "Hình thức có thể là hình thức khen (Giấy khen) hoặc danh hiệu (Lao động tiên tiến)."
    ),
    "add-honour.examples": (
        'emul add-honour --recipient "Tổ hòa giải thôn 3" --kind TT --unit "Cẩm Hà" --act "biểu dương" --date 2023\n'
        'emul add-honour --recipient "Lê Thị Thảo" --kind "cá nhân" --unit "Cẩm Duệ" --act "khen thưởng" --form "giấy khen" --date 20/12/2023 --amount 500.000'
    ),
    "add-honour.date": "ngày, khi không có quyết định hay hội nghị",
    "add-honour.unit": "đơn vị của người hoặc tập thể được khen",
    "mark": (
        "Ghi một mốc của điển hình hoặc mô hình.\n\n"
        "Điển hình: phát hiện, bồi dưỡng, nhân rộng. Mô hình: đăng ký, duy trì, thẩm định, công nhận, nhân rộng, dừng."
    ),
    "mark.examples": (
        'emul mark X12 "bồi dưỡng" --date 05/2023\n'
        'emul mark M1 M2 M3 "công nhận" --level xã --date 2023'
    ),
    "mark.unit": "đơn vị nhân rộng mô hình",
    "mark.level": "cấp công nhận: cơ sở, huyện, tỉnh, bộ, nhà nước",
    "add-term": (
        "Thêm một mục vào danh mục.\n\n"
        "Danh mục: lĩnh vực điển hình, lĩnh vực mô hình, hình thức, danh hiệu, loại hình, phong trào, cấp, loại hội nghị."
    ),
    "add-term.examples": (
        'emul add-term --vocabulary "hình thức" --label "Kỷ niệm chương Vì dân vận"\n'
        'emul add-term --vocabulary movement --label "Xây dựng đô thị văn minh" --code do-thi-van-minh --valid-from 01/01/2024'
    ),
    "add-term.code": "mã trong JSON và CSV; nếu không ghi, lấy từ tên",
    "add-figure": (
        "Ghi một số liệu lấy từ văn bản cũ.\n\n"
        "Dùng khi chỉ có con số mà không có danh sách. Báo cáo in riêng, có dấu *, không cộng vào số đếm từ sổ."
    ),
    "add-figure.examples": (
        'emul add-figure --name "Mô hình đăng ký" --section models --value 332 --period 2019 --source "BC 12-BC/HU"\n'
        'emul add-figure --name "Điển hình" --section "điển hình" --value 45 --period 2016-2018 --source "Kỷ yếu 2018" --unit U3'
    ),
    "add-figure.name": "văn bản đếm cái gì, theo lời của văn bản",
    "add-figure.period": "kỳ của số liệu: 2019, 2016-2018, quý III/2019 …",
    "edit": (
        "Sửa một bản ghi.\n\n"
        'Chỉ cột nào được nêu mới đổi; giá trị rỗng ("") thì xóa trống cột đó. Bản ghi nào có cột nào: xem emul show.'
    ),
    "edit.examples": 'emul edit X12 --position "Bí thư chi bộ" --birth-year 1975\nemul edit M7 --field KT --leader ""',
    "edit.date": "ngày của hội nghị, quyết định hoặc lượt khen",
    "cancel": (
        "Hủy một bản ghi, có lý do.\n\n"
        "Bản ghi vẫn xem được nhưng không còn được đếm; báo cáo cho biết có bao nhiêu bản ghi đã hủy."
    ),
    "cancel.examples": 'emul cancel X12 --reason "ghi trùng với X11"\nemul cancel H40 --reason "thu hồi theo quyết định"',
    "succeed": (
        "Ghi đơn vị nào tiếp nối đơn vị nào khi sáp nhập, chia tách.\n\n"
        "Đơn vị cũ hết hiệu lực hôm trước ngày --on, đơn vị mới có từ ngày đó. Bản ghi vẫn giữ đơn vị lúc ghi; "
        "--units now cho thấy đơn vị hiện nay."
    ),
    "succeed.examples": (
        'emul succeed "Xã Cẩm Yên" "Xã Cẩm Hòa" --by "Xã Yên Hòa" --on 01/01/2020 --document "819/NQ-UBTVQH14"\n'
        "emul succeed U9 --by U40 --by U41 --on 01/07/2025"
    ),
    "succeed.document": "văn bản quyết định việc đó",
    "list": (
        "Liệt kê các bản ghi.\n\n"
        "Danh sách: units, exemplars, models, events, decisions, honours, imports. "
        "Đếm đúng như báo cáo: bỏ ra bản ghi đã hủy, mới đề nghị và, khi nêu kỳ, bản ghi không xếp được vào kỳ."
    ),
    "list.examples": (
        'emul list exemplars --period 2021-2023 --unit "Cẩm Duệ"\n'
        "emul list models --field KT -o mo-hinh.xlsx"
    ),
    "list.unit": "đơn vị, gồm cả đơn vị cấp dưới; nhiều đơn vị: lặp lại --unit",
    "list.status": "đăng ký mới hoặc duy trì (theo từng năm)",
    "list.year": "năm đăng ký",
    "list.form": "hình thức hoặc danh hiệu",
    "list.decision": "quyết định: mã (D5) hoặc số",
    "list.event": "hội nghị: mã (E2) hoặc tên",
    "list.for": "lượt khen của một điển hình (X12) hoặc mô hình (M7)",
    "list.proposed": "các đề nghị cấp trên, chưa được khen",
    "list.type": "loại đơn vị hoặc loại hội nghị",
    "list.milestone": "chỉ những bản ghi đã tới mốc này (trong kỳ)",
    "list.fostered": "đã được bồi dưỡng (trong kỳ): có hoặc không",
    "list.multiplied": "đã được nhân rộng (trong kỳ): có hoặc không",
    "show": "Xem tất cả về một bản ghi.\n\nĐặc điểm, các mốc, các lần được khen; đơn vị thì có gì trong sổ và lệnh xem từng dòng.",
    "show.format": "text hoặc json",
    "show.examples": "emul show X12\nemul show m7\nemul show U5",
    "search": "Tìm theo chữ trong tên.\n\nKhông phân biệt hoa thường, có dấu hay không dấu.",
    "search.format": "text hoặc json",
    "search.examples": "emul search ngan hang mau\nemul search cẩm duệ",
    "report": (
        "Báo cáo một kỳ.\n\n"
        "Kỳ: 2023; 2021-2023; quý III/2023; 6 tháng đầu năm 2023; 9 tháng 2023; 09/2023; nhiệm kỳ 2020-2025; "
        "năm học 2022-2023; 01/01/2021-04/10/2023."
    ),
    "report.examples": (
        "emul report 2021-2023 --models 2018-2023\n"
        'emul report "6 tháng đầu năm 2023" --unit "Cẩm Duệ" -o bao-cao.xlsx\n'
        'emul report "quý này" --unit "Cẩm Duệ" --save quy'
    ),
    "report.unit": "báo cáo của một đơn vị, gồm cả cấp dưới; gộp nhiều đơn vị: lặp lại --unit",
    "option.exemplars": "kỳ riêng cho phần điển hình",
    "option.models": "kỳ riêng cho phần mô hình",
    "option.events": "kỳ riêng cho phần hội nghị",
    "option.honours": "kỳ riêng cho phần khen thưởng",
    "option.movements": "kỳ riêng cho phần phong trào",
    "option.proposals": "kỳ riêng cho phần đề nghị khen thưởng",
    "report.compare": "so với last-year (cùng kỳ), previous (kỳ trước) hoặc một kỳ",
    "report.commands": "từng số liệu kèm lệnh emul list mở ra đúng các dòng của nó (JSON)",
    "report.annex": "phụ lục kèm theo tệp: none (không), figures (bảng dài; ngầm định), names (cả danh sách tên)",
    "report.open": "ghi xong thì mở tệp",
    "report.format": "text, json, csv hoặc md",
    "fill": (
        "Điền số liệu vào tệp Word của cơ quan.\n\n"
        "Gõ [[điển hình.tổng số]] vào chỗ cần số, hoặc đặt tên đó cho một ô nội dung hay trường MERGEFIELD. Chữ trong ngoặc là chữ "
        "báo cáo in cạnh số; thêm «; 2022» hay «; xã Cẩm Duệ» để lấy kỳ hay đơn vị khác. Dòng có cột của một danh sách tự lặp lại. Chữ "
        "nào không có thì không ghi tệp, và nêu chữ gần nhất. Mọi chữ dùng được: emul fields KỲ."
    ),
    "fill.examples": (
        "emul fill mau-bao-cao.docx 2021-2023 -o bao-cao.docx\n"
        "emul fill mau-bao-cao.docx 2021-2023 --models 2018-2023 -o bao-cao.docx"
    ),
    "verify": (
        "Đối chiếu một báo cáo đã viết với sổ.\n\n"
        "Tệp do emul fill điền thì từng chỗ được đối chiếu đúng theo yêu cầu của nó, kỳ lấy trong tệp. Văn bản khác thì đọc theo nghĩa: câu "
        "như báo cáo in, chữ quanh mỗi số theo lĩnh vực, đơn vị, hình thức của sổ, bảng có tên cột như báo cáo. Số nào không chắc là của "
        "số liệu nào thì nêu là chưa rõ, không đoán. Không nêu kỳ thì chỉ kiểm tổng, tỷ lệ và bảng của chính văn bản, không cần sổ. Có số "
        "khác thì mã kết thúc là 1."
    ),
    "verify.examples": "emul verify bao-cao.docx\nemul verify bao-cao.docx 2021-2023 --models 2018-2023 --full",
    "verify.as-recorded": "so cả với sổ như đã ghi đến ngày này: số khác do sửa về sau hay không",
    "verify.full": "nêu cả những số đúng",
    "fill.unit": "số liệu của một đơn vị và các đơn vị trực thuộc",
    "fields.unit": "số liệu của một đơn vị và các đơn vị trực thuộc",
    "verify.unit": "số liệu của một đơn vị và các đơn vị trực thuộc",
    "fields": (
        "Những chữ dùng được trong tệp Word, với số liệu hiện nay.\n\n"
        "Với -o ghi một tệp Word có đủ mọi chỗ đánh dấu, để sao sang mẫu của cơ quan; thêm --report thì thành một báo cáo có chỗ đánh dấu thay cho số "
        "liệu, để sửa thành mẫu của cơ quan."
    ),
    "fields.examples": "emul fields 2021-2023\nemul fields 2021-2023 -o cho-danh-dau.docx\nemul fields 2021-2023 --report -o mau.docx",
    "fields.report": "với -o: như một báo cáo, để sửa thành mẫu",
    "tally": (
        "Đếm theo các chiều tùy chọn.\n\n"
        "Chiều cuối xếp ngang, các chiều trước xếp dọc: unit, unit_type, unit_group, field, kind, year, status, act, form, title, "
        "level, category, type, gender, movement … Đếm đúng như emul list với cùng tùy chọn; chưa rõ thì để dòng riêng. "
        "Tùy chọn nào cũng nhận none cho «chưa ghi»."
    ),
    "tally.examples": (
        "emul tally exemplars --period 2021-2023 --by unit,field\n"
        "emul tally honours --period 2023 --by act,form,level,kind -o khen-thuong.xlsx"
    ),
    "tally.by": "các chiều, cách nhau bằng dấu phẩy: unit,field",
    "tally.unit": "đơn vị, gồm cả đơn vị cấp dưới; nhiều đơn vị: lặp lại --unit",
    "tally.fostered": "đã được bồi dưỡng (trong kỳ): có hoặc không",
    "tally.multiplied": "đã được nhân rộng (trong kỳ): có hoặc không",
    "tally.format": "table, csv, json hoặc md",
    "table": (
        "Bảng nhiều chỉ tiêu, giữ làm mẫu của cơ quan.\n\n"
        'Việc: new (giữ bảng mới), list, show, edit, delete; chỉ nêu tên bảng và kỳ là xem. Mỗi --column là một cột: "Tên cột = danh sách điều-kiện=giá-trị by chiều"; '
        "by tách thành một cột mỗi giá trị, sum cộng tiền. Có sẵn: models, commendations, movements."
    ),
    "table.examples": (
        "emul table models 2023\n"
        'emul table new "Phụ lục 1" --like models\n'
        'emul table new "Theo xã" --rows unit --column "Đăng ký = models" --column "Khen = honours act=commend by kind"\n'
        "emul table commendations 2023 --compare last-year -o bang.xlsx"
    ),
    "table.asked": "việc (new, list, show, edit, delete), tên bảng, kỳ",
    "table.like": "như bảng có sẵn: models, commendations, movements",
    "table.rows": "dòng của bảng, các chiều cách nhau bằng dấu phẩy: unit; form,class",
    "table.column": 'một cột: "Tên = models milestone=recognised by level"; nhiều cột: lặp lại',
    "table.title": "tên in trên bảng",
    "table.compare": "đặt cạnh mỗi cột số của last-year, previous hoặc một kỳ",
    "table.format": "table, csv, json (kèm lệnh mở từng số) hoặc md",
    "due": (
        "Nêu ai đến lượt, kèm lý do.\n\n"
        "Điển hình chưa được khen; mô hình đã công nhận mà chưa nhân rộng; danh hiệu đã đủ số năm, theo điều luật. "
        "Số năm là số năm có trong sổ: ngoài số năm luật còn tiêu chuẩn khác, hội đồng xét."
    ),
    "due.examples": 'emul due\nemul due fulfilled --unit "Xã Cẩm Duệ"',
    "due.reason": "never_honoured, not_replicated, fulfilled; nếu không: tất cả",
    "extract": (
        "Tách sổ riêng cho một đơn vị.\n\n"
        "Gồm mọi bản ghi mà đơn vị đó phụ trách hiện nay, kể cả của các đơn vị trước đây, cùng quyết định, hội nghị và lịch sử. "
        "Sổ này không đổi; hai sổ sau này hợp lại bằng emul merge."
    ),
    "extract.examples": 'emul extract --unit "Xã Cẩm Duệ" -o cam-due.db\nemul extract --unit U3 -o thien-cam.db',
    "extract.output": "tệp sổ mới",
    "merge": (
        "Hợp sổ của các đơn vị cấp dưới vào sổ này.\n\n"
        "Lấy bản ghi mới, các sửa đổi và hủy bỏ từ lần hợp trước; hợp lại lần nữa không thay đổi gì. "
        "Chỗ nào hai bên cùng sửa thì cho xem cả hai giá trị để chọn."
    ),
    "fields.format": "text hoặc json",
    "verify.format": "text hoặc json",
    "merge.format": "text hoặc json",
    "merge.examples": "emul merge so-2024.db --dry-run\nemul merge so-2024.db --prefer newer --yes",
    "duplicates": (
        "Liệt kê các bản ghi có thể là một.\n\n"
        "Điều làm lệch số liệu đứng đầu: bản ghi còn để ngỏ, ghi hai lần, khen trùng; rồi đến tên giống nhau (Lý, Lí), tính cả qua sáp nhập. "
        "Mỗi cặp có lý do và lệnh để xử lý. Không tự gộp gì."
    ),
    "duplicates.examples": "emul duplicates\nemul duplicates exemplars -o nghi-trung.xlsx",
    "duplicates.noun": "một loại: exemplars, models, honours, decisions, events, units, movements; nếu không: tất cả",
    "join": (
        "Ghi nhận rằng hai bản ghi là một: hai điển hình, mô hình hoặc lượt khen, hai quyết định, hội nghị, đơn vị hoặc phong trào; cả lượt khen với điển hình của nó.\n\n"
        "Không có gì bị viết lại: cả hai bản ghi vẫn còn và được tính là một. --undo rút lại lúc nào cũng được. Với hai mục từ, đơn vị hoặc phong trào thì bản thứ nhất nhận mọi dòng ghi theo bản thứ hai; bản thứ hai bị hủy, vẫn tìm được theo tên; rút lại bằng emul undo."
    ),
    "join.examples": "emul join X12 X40\nemul join M7 M9",
    "distinct": "Ghi nhận rằng hai bản ghi giống nhau là hai.\n\nemul duplicates không nêu lại hai bản ghi này. --undo để rút lại.",
    "distinct.examples": "emul distinct X12 X40\nemul distinct M7 M9",
    "import": (
        "Đưa danh sách của các đơn vị vào sổ.\n\n"
        "Đọc bảng tính như nó vốn có; hoặc tất cả vào sổ, hoặc không gì cả (--skip-bad lấy các dòng tốt). "
        "Dòng nào không vào được đều được nêu, kèm lý do. Nhập lại tệp cũ không thay đổi gì."
    ),
    "import.examples": (
        "emul import danh-sach.xlsx --dry-run\n"
        'emul import danh-sach.xlsx --unit "Cẩm Duệ" --year 2023 --yes\n'
        "emul import . --new"
    ),
    "import.new": "chỉ nhập các tệp chưa nhập lần nào",
    "import.unit": "đơn vị của các dòng không ghi đơn vị",
    "import.event": "hội nghị của danh sách: mã hoặc tên",
    "import.decision": "quyết định kèm theo: mã hoặc số",
    "import.act": "biểu dương, tôn vinh hay khen thưởng, khi danh sách không ghi",
    "import.kind": "tập thể, cá nhân hay hộ, khi danh sách không ghi",
    "import.year": "năm của các dòng không ghi ngày",
    "import.format": "text hoặc json",
    "template": "Tạo tệp Excel mẫu để các đơn vị điền.",
    "template.examples": (
        "emul template exemplars\n"
        'emul template models --unit "Xã Cẩm Duệ" --from 2023 -o duy-tri.xlsx'
    ),
    "template.unit": "đơn vị có mô hình cần đánh dấu",
    "template.from": "năm lấy mô hình ra",
    "template.year": "năm của biểu mẫu: chỉ có danh mục và đơn vị của năm đó (không ghi: năm nay)",
    "export": (
        "Ghi các danh sách của sổ ra Excel, theo mẫu của emul template.\n\n"
        "Một tệp .xlsx có một trang cho mỗi danh sách, hoặc một thư mục có một tệp cho mỗi danh sách. "
        "Nhập các tệp đó vào sổ trống thì được lại sổ này. Bản ghi đã hủy để lại. "
        "--all ghi toàn bộ sổ cho chương trình khác: mọi bảng ra CSV kèm datapackage.json cho biết từng cột là gì. "
        "--postgres ghi một tệp lệnh để psql -f nạp."
    ),
    "export.examples": "emul export\nemul export exemplars honours -o dien-hinh.xlsx\nemul export --all -o toan-bo-so.zip\nemul export --postgres -o so.sql",
    "export.nouns": "units, exemplars, models, events, decisions, honours; nếu không: tất cả",
    "export.all": "tất cả các bảng thành một gói dữ liệu",
    "export.parquet": "như trên, kèm tệp Parquet, trong một thư mục",
    "export.postgres": "tất cả các bảng thành tệp lệnh cho PostgreSQL",
    "export.output": "tệp .xlsx, hoặc thư mục; với --all: tệp .zip hoặc thư mục; với --postgres: tệp .sql",
    "history": (
        "Xem sổ đã được ghi, sửa những gì.\n\n"
        "Không nói gì thêm: các lần ghi gần đây. Một mã như M7: cả đời của bản ghi đó, giá trị cũ → mới. Một lần ghi như C9: mọi bản ghi mà nó đã đụng đến."
    ),
    "history.examples": "emul history\nemul history M7\nemul history C2\nemul history --period 2026 --who lan",
    "history.period": "các lần ghi trong kỳ này",
    "report.as-recorded": "số liệu như đã ghi trong sổ đến hết ngày này",
    "report.against": "chỉ in số liệu khác với một ngày, hoặc với một báo cáo đã giữ, và vì lần ghi nào",
    "report.save": "lưu yêu cầu này dưới một tên; lần sau: emul report TÊN",
    "report.forget": "bỏ yêu cầu đã lưu dưới tên này",
    "report.keep": "giữ số liệu của báo cáo này dưới một tên, ví dụ 45-BC/HU",
    "undo": (
        "Hoàn lại cả một lần ghi, kể cả một lần nhập danh sách.\n\n"
        "Không nói lần nào: lần ghi cuối. Việc hoàn lại cũng là một lần ghi, và cũng hoàn lại được."
    ),
    "undo.examples": "emul undo\nemul undo C3 --yes",
    "undo.id": "lần ghi, ví dụ C9; xem: emul history",
    "backup": (
        "Sao lưu sổ.\n\n"
        "Bản sao là một tệp trọn vẹn, được đọc lại trước khi mang tên. Không nói tệp nào: bên các bản sao lưu tự động (xem emul info)."
    ),
    "backup.examples": "emul backup\nemul backup so-luu-23-11.db",
    "backup.file": "tệp sao lưu; đã có thì phải thêm --yes",
    "backup.yes": "ghi đè tệp đã có",
    "restore": (
        "Lấy lại một bản sao lưu.\n\n"
        "Không nói tệp nào: các bản sao lưu đang có. Trước khi làm, emul cho biết những lần ghi nào sẽ mất và giữ lại sổ hiện tại, nên quay lại được."
    ),
    "restore.examples": "emul restore\nemul restore so-luu-23-11.db --yes",
    "restore.file": "tệp sao lưu, hoặc tên của một bản sao lưu tự động",
    "check": (
        "Kiểm tra sổ.\n\n"
        "Tệp, quy tắc, những chỗ đáng ngờ (trùng, ngày vô lý, số trong quyết định khác số đã ghi) và các bản sao lưu. Không in gì là mọi thứ đều tốt."
    ),
    "check.format": "text hoặc json",
    "check.examples": 'emul check\nemul check --accept H12 --note "quyết định ký theo luật cũ"',
    "check.deep": "đọc từng dòng, đối chiếu mọi số liệu với danh sách",
    "check.accept": "đúng như vậy: không nhắc lại điều kiểm tra thấy ở bản ghi này",
    "check.note": "vì sao đúng như vậy (cùng --accept)",
    "compact": (
        "Cất nhật ký của những năm đã qua vào một tệp bên cạnh sổ.\n\n"
        "Sổ nhỏ lại; lịch sử, hoàn tác, --as-recorded và check --deep vẫn đọc tệp ấy. Trước khi làm, emul cho biết được lợi bao nhiêu. Từ đó hai tệp đi cùng nhau."
    ),
    "compact.examples": "emul compact --dry-run\nemul compact --yes",
    "compact.undo": "đưa mọi năm về lại trong sổ",
    "compact.dry-run": "cho biết được lợi bao nhiêu; không ghi gì",
    "purge": (
        "Xóa tên một người theo yêu cầu.\n\n"
        "Xóa tên, năm sinh, chức vụ, tóm tắt trong sổ, nhật ký, báo cáo đã giữ và các bản sao lưu tự động. Loại, giới tính, đơn vị và ngày còn lại nên các tổng số không đổi; số «ít nhất» có thể tăng. Không hoàn lại được."
    ),
    "purge.examples": 'emul purge X45 --yes\nemul purge H40 --also "N.V.A" --yes',
    "purge.also": "xóa cả chữ này, nếu nó chỉ người đó («N.V.A»); dùng được nhiều lần",
    # Tùy chọn chung
    "option.label-vi": "tên tiếng Việt của mục trong danh mục",
    "option.retired-on": "mẫu thôi đưa ra từ ngày này",
    "option.note": "ghi chú",
    "option.db": "tệp sổ (nếu không: EMUL_DB, rồi thư mục dữ liệu của người dùng)",
    "option.lang": "ngôn ngữ của màn hình: vi hoặc en",
    "option.quiet": "chỉ in số liệu và báo lỗi",
    "option.verbose": "nêu từng dòng những gì bình thường chỉ nêu số lượng",
    "option.no-pager": "in thẳng ra màn hình, không qua trình xem trang (EMUL_PAGER)",
    "option.no-input": "không hỏi gì, như khi chạy trong ống lệnh",
    "option.version": "cho biết phiên bản",
    "option.help": "cho xem hướng dẫn này",
    "option.who": "chỉ các lần ghi của người này",
    "option.all": "tất cả, không chỉ các lần gần đây",
    "option.yes": "đồng ý trước, không hỏi",
    "option.format": "table, csv hoặc json",
    "option.output": "ghi vào tệp, định dạng theo đuôi: {suffixes}; dấu - là in ra màn hình",
    "option.name": "tên",
    "option.type": "loại",
    "option.code": "mã, nếu có",
    "option.parent": "đơn vị cấp trên",
    "option.unit-group": "khối thi đua",
    "option.valid-from": "có từ ngày",
    "option.valid-to": "đến ngày",
    "option.other-name": "tên gọi khác; dùng được nhiều lần",
    "option.kind": "tập thể (TT), cá nhân (CN) hoặc hộ gia đình",
    "option.unit": "đơn vị: tên (không cần dấu), mã hoặc U3",
    "option.field": "lĩnh vực",
    "option.birth-year": "năm sinh",
    "option.gender": "nam hoặc nữ",
    "option.position": "chức vụ, nghề nghiệp",
    "option.works-directly": "trực tiếp lao động, sản xuất: có hoặc không",
    "option.leads": "lãnh đạo, quản lý: có hoặc không",
    "option.summary": "tóm tắt thành tích hoặc nội dung",
    "option.movement": "phong trào: mã (P2), hoặc tên; chưa có thì được thêm",
    "option.model": "mô hình mà điển hình này bắt nguồn (M7)",
    "option.date": "ngày: 04/10/2023, 10/2023 hoặc 2023",
    "option.leader": "người phụ trách",
    "option.address": "địa chỉ",
    "option.year": "năm",
    "option.place": "địa điểm",
    "option.organiser": "đơn vị tổ chức",
    "option.period-reviewed": "giai đoạn được sơ kết, tổng kết",
    "option.attendance": "số người dự",
    "option.number": "số và ký hiệu, ví dụ 163/QĐ-UBND",
    "option.body": "cơ quan ban hành, khen tặng",
    "option.years": "số năm tuổi Đảng của Huy hiệu Đảng",
    "option.level": "cấp: cơ sở, huyện, tỉnh, bộ, nhà nước",
    "option.system": "hệ thống: Nhà nước, Đảng, Mặt trận và đoàn thể",
    "option.signer": "người ký",
    "option.signer-position": "chức vụ người ký",
    "option.abstract": "trích yếu",
    "option.category": "loại hình khen thưởng",
    "option.stated-collectives": "số tập thể ghi trong quyết định",
    "option.stated-individuals": "số cá nhân ghi trong quyết định",
    "option.stated-households": "số hộ ghi trong quyết định",
    "option.recipient": "tên như đã viết trong văn bản",
    "option.act": "biểu dương, tôn vinh hoặc khen thưởng",
    "option.honorific": "ông, bà, đồng chí …",
    "option.form": "hình thức hoặc danh hiệu: Giấy khen, Lao động tiên tiến …",
    "option.decision": "quyết định: mã (D5) hoặc số",
    "option.event": "hội nghị: mã (E2) hoặc tên",
    "option.achievement-year": "năm lập thành tích",
    "option.achievement": "thành tích",
    "option.amount": "tiền thưởng, đồng",
    "option.status": "tình trạng",
    "option.for": "của điển hình (X12) hoặc mô hình (M7) nào trong sổ",
    "option.proposed": "mới đề nghị cấp trên, chưa được khen",
    "option.vocabulary": "danh mục",
    "option.label": "tên tiếng Việt",
    "option.label-en": "tên tiếng Anh",
    "option.ids": "mã bản ghi, một hoặc nhiều",
    "option.id": "mã bản ghi, ví dụ X12, M7, U3",
    "option.milestone": "mốc",
    "option.document": "văn bản",
    "option.remove": "bỏ mốc đã ghi nhầm",
    "option.discovered": "ngày phát hiện",
    "option.fostered": "ngày bồi dưỡng",
    "option.multiplied": "ngày nhân rộng",
    "option.old": "các đơn vị cũ: tên, mã hoặc U3",
    "option.by": "đơn vị mới; dùng được nhiều lần",
    "option.on": "ngày đầu tiên của đơn vị mới",
    "option.units": "đơn vị nào: then (lúc ghi), now (hiện nay); nếu không: cuối kỳ",
    "option.unassigned": "bản ghi của đơn vị đã chia, chưa phân về đơn vị mới",
    "option.files": "các sổ cần hợp vào",
    "option.prefer": "giá trị nào được giữ khi hai bên cùng sửa: mine (sổ này), theirs, newer",
    "option.same-unit": 'đơn vị nào là một, ví dụ "Xã Cẩm Duệ=U9" hoặc "Xã Cẩm Duệ=new"',
    "option.undo": "rút lại điều đã khẳng định về hai bản ghi này",
    "option.one": "bản ghi thứ nhất",
    "option.other": "bản ghi thứ hai",
    "option.reason": "lý do",
    "option.with-honours": "hủy cùng mọi lượt khen theo quyết định hoặc hội nghị đó",
    "option.noun": "danh sách nào",
    "option.period": "kỳ",
    "option.cut-off": "số liệu tính đến ngày",
    "option.registrations": "mỗi năm đăng ký một dòng",
    "option.alone": "chỉ đơn vị đó, không kể cấp dưới",
    "option.limit": "nhiều nhất bấy nhiêu dòng đầu",
    "option.recipients": "mỗi tập thể, cá nhân một dòng, không tính trùng",
    "option.at-cut-off": "bản ghi chỉ ghi năm hoặc tháng có ngày chốt số liệu",
    "option.of": "thuộc exemplars (điển hình), models (mô hình) hay other (khác)",
    "option.basis": "tính khen thưởng theo: achievement (năm thành tích); không nói gì là theo ngày",
    "option.amount-known": "có ghi số tiền: có hoặc không",
    "option.decision-cancelled": "quyết định của lượt đó đã hủy: có hoặc không",
    "option.grown": "phát triển từ một mô hình: có hoặc không",
    "option.title": "danh hiệu thi đua",
    "option.recognised": "đã được công nhận (trong kỳ): có hoặc không",
    "option.replicated": "đã được nhân rộng (trong kỳ): có hoặc không",
    "option.honoured": "đã được biểu dương, tôn vinh, khen thưởng (trong kỳ): có hoặc không",
    "option.passed": "hội đồng đã nhất trí: có hoặc không",
    "option.awarded": "đã có quyết định khen: có hoặc không",
    "option.highest-level": "cấp cao nhất đã công nhận mô hình",
    "option.unit-type": "loại đơn vị",
    "option.without": "chỉ các đơn vị chưa có models, exemplars hay honours (kể cả cấp dưới) trong kỳ",
    "option.differing": "các quyết định có danh sách khác số ghi trong văn bản",
    "option.section": "phần của báo cáo: exemplars, models, events hoặc honours",
    "option.value": "số lượng",
    "option.source": "văn bản nào ghi số liệu này",
    "option.cancelled": "các bản ghi đã hủy",
    "option.not-placed": "các bản ghi không xếp được vào kỳ",
    "option.text": "chữ cần tìm",
    "option.paths": "tệp bảng tính hoặc thư mục; - đọc từ đầu vào",
    "option.as": "danh sách thuộc loại nào, khi không tự nhận ra: exemplars, models …",
    "option.header-row": "dòng tiêu đề, khi không tự nhận ra",
    "option.encoding": "bảng mã của tệp .csv",
    "option.date-order": "thứ tự ngày tháng khi danh sách viết lẫn: dmy hoặc mdy",
    "option.mend": "bỏ những gì chương trình khác đưa vào tệp, sau khi sao lưu",
    "option.another-person": "tên đã được xóa nay là của người khác",
    "option.password": "mật khẩu của tệp; người khác trên máy có thể thấy, nên dùng --password-file hoặc chờ được hỏi",
    "option.password-file": "tệp có mật khẩu ở dòng đầu",
    "option.update": "lấy giá trị của danh sách khi sổ đang ghi khác",
    "option.errors": "ghi các dòng bị từ chối, kèm lý do, vào tệp .xlsx này",
    "option.column": 'cột nào là gì, ví dụ "Ghi chú=tóm tắt" hay "B=họ và tên"; dùng được nhiều lần',
    "option.dry-run": "chạy thử, cho thấy kết quả, không ghi gì",
    "option.explain": "cho biết vì sao hiểu từng cột và từng danh sách như vậy",
    "option.skip-bad": "lấy các dòng tốt, để lại các dòng sai",
    "option.new-terms": "nhận cả khi có hơn ba mươi lĩnh vực mới",
    "option.new-units": "thêm các đơn vị chưa có trong sổ",
    # Tên giá trị
    "metavar": "CHỮ",
    "metavar.file": "TỆP",
    "metavar.as-recorded": "NGÀY",
    "metavar.against": "NGÀY-HOẶC-TÊN",
    "metavar.save": "TÊN",
    "metavar.keep": "TÊN",
    "metavar.who": "NGƯỜI",
    "metavar.db": "TỆP",
    "metavar.lang": "vi|en",
    "metavar.output": "TỆP",
    "metavar.format": "DẠNG",
    "metavar.paths": "TỆP",
    "metavar.noun": "DANH-SÁCH",
    "metavar.nouns": "DANH-SÁCH",
    "metavar.period": "KỲ",
    "metavar.compare": "KỲ",
    "metavar.exemplars": "KỲ",
    "metavar.models": "KỲ",
    "metavar.events": "KỲ",
    "metavar.honours": "KỲ",
    "metavar.ids": "MÃ",
    "metavar.id": "MÃ",
    "metavar.model": "MÃ",
    "metavar.for": "MÃ",
    "metavar.errors": "TỆP",
    "metavar.column": "CỘT=NGHĨA",
    "metavar.header-row": "SỐ",
    "metavar.code": "MÃ",
    "metavar.milestone": "MỐC",
    "metavar.text": "CHỮ",
    "metavar.date": "NGÀY",
    "metavar.discovered": "NGÀY",
    "metavar.fostered": "NGÀY",
    "metavar.multiplied": "NGÀY",
    "metavar.cut-off": "NGÀY",
    "metavar.valid-from": "NGÀY",
    "metavar.valid-to": "NGÀY",
    "metavar.year": "NĂM",
    "metavar.birth-year": "NĂM",
    "metavar.achievement-year": "NĂM",
    "metavar.unit": "ĐƠN-VỊ",
    "metavar.shell": "TRÌNH-LỆNH",
    "metavar.old": "ĐƠN-VỊ",
    "metavar.by": "ĐƠN-VỊ",
    "metavar.on": "NGÀY",
    "metavar.units": "then|now",
    "metavar.files": "TỆP",
    "metavar.prefer": "BÊN",
    "metavar.same-unit": "TÊN=MÃ",
    "metavar.one": "MÃ",
    "metavar.other": "MÃ",
    "metavar.parent": "ĐƠN-VỊ",
    "metavar.name": "TÊN",
    "metavar.other-name": "TÊN",
    "metavar.attendance": "SỐ",
    "metavar.amount": "SỐ",
    "metavar.number": "SỐ",
    "metavar.stated-collectives": "SỐ",
    "metavar.stated-individuals": "SỐ",
    "metavar.stated-households": "SỐ",
    "option.full": "hiện tất cả, không chỉ phần vừa màn hình",
    "report.section": "chỉ phần này của báo cáo, đầy đủ: exemplars, models, events, honours; có thể ghi nhiều lần",
    "report.by": "chỉ các bảng theo mục này: field, unit, year …; có thể ghi nhiều lần",
    "report.asked": "Báo cáo kỳ nào (2023; 2021-2023; quý III/2023; Enter: năm nay)",
    "list.asked": "Danh sách nào",
    "import.asked": "Tệp hoặc thư mục nào",
    "search.asked": "Từ trong tên",
    "tally.asked": "Đếm gì",
    "template.asked": "Biểu mẫu nào",
    "add.asked": "Ghi gì",
    "merge.asked": "Các sổ nào (tệp)",
    "add": "Ghi một mục, hỏi từng thông tin cần có.\n\nThông tin không bắt buộc thì nhấn Enter để bỏ qua; bản ghi nào báo cáo chưa tính thì nói ngay.",
    "add.examples": (
        'emul add exemplar --name "Nguyễn Thị Mơ" --kind CN --unit "Cẩm Duệ" --field "Y tế"\n'
        'emul add unit --name "Trường Tiểu học Hoa Sen" --type school'
    ),
    "exit_codes": "Mã kết thúc",
    "exit.0": "đã xong; danh sách hoặc báo cáo trống cũng vậy",
    "exit.1": "từ chối: không có bản ghi, đơn vị đó, hoặc không tìm thấy",
    "exit.2": "không hiểu dòng lệnh: tùy chọn, kỳ hoặc mã sai",
    "exit.3": "danh sách có lỗi, chưa ghi gì",
    "exit.4": "chương trình khác đang ghi vào sổ",
    "exit.5": "không dùng được sổ: không có, hỏng, hoặc của emul mới hơn",
    "exit.6": "không mở hoặc ghi được tệp",
    "exit.130": "đã dừng; không ghi gì dở dang",
    "also": "Hoặc gõ: {line}",
    "metavar.yes_no": "có|không",
}
