"""Headings of lists of proposals: their votes and what became of them."""

VOTES = {
    "proposed_on": "ngay de nghi|ngay trinh|proposed on",
    "votes_for": "so phieu dong y|so phieu tan thanh|phieu dong y|phieu tan thanh|so phieu bau"
    "|so phieu dong y tong so phieu|so phieu|ket qua bo phieu|ket qua bieu quyet|votes for",
    "votes_of": "tong so phieu|so phieu phat ra|so phieu thu ve|so phieu hop le|votes cast",
    "outcome": "ket qua xet|ket qua binh xet|ket qua xet duyet|ket qua hop xet|ket qua tham dinh"
    "|ket qua xet khen thuong|ket luan|ket luan cua hoi dong|y kien hoi dong|y kien cua hoi dong"
    "|outcome",
    "outcome_date": "ngay xet|ngay hop xet|ngay binh xet|reviewed on",
    "outcome_reason": "ly do|ly do cua ket qua|ly do khong dat|ly do tra lai|why this outcome",
    "proposer": "don vi gui de nghi|proposed by",
    "to_body": "trinh len|co quan trinh len|proposed to",
    "to_level": "cap trinh len|level proposed to",
}
