"""The sentences on causes: which figure must be wrong, and what it probably was. Key, Vietnamese, English."""

from __future__ import annotations

__all__ = ["CAUSES"]

CAUSES: dict[str, tuple[str, str]] = {
    "cause.one": (
        "chỉ cần sửa một số liệu là cả {broken} quan hệ không đạt đều khớp: {places}",
        "one figure, once changed, repairs everything that is broken here ({broken} relations): {places}",
    ),
    "cause.one_alone": (
        "chỉ có thể sửa một số liệu là khớp: {places}",
        "one figure alone repairs what is broken: {places}",
    ),
    "cause.several": (
        "phải sửa ít nhất {count} số liệu, và chỉ có một cách: {places}",
        "at least {count} figures must change, and there is one way only: {places}",
    ),
    "cause.confirmed": (
        "; các số liệu khác được {count} quan hệ xác nhận",
        "; relations that confirm the other figures: {count}",
    ),
    "cause.one_of": (
        "một trong {ways} số liệu sau phải sai; sửa số nào cũng khớp:",
        "one of these {ways} figures must be wrong; changing one of them repairs what is broken:",
    ),
    "cause.ways": (
        "phải sửa ít nhất {size} số liệu; có {ways} cách:",
        "at least {size} figures must change; there are {ways} ways:",
    ),
    "cause.more": ("  và {count} cách khác", "  and {count} more"),
    "cause.likeliest": ("có lẽ đúng là cách ({number})", "number ({number}) is the likeliest"),
    "cause.nothing_suggested": (
        "chưa đủ căn cứ để gợi ý; đề nghị đối chiếu với số liệu gốc",
        "nothing is suggested; compare with the original figures",
    ),
    "cause.support": (
        "tham khảo: {sum} nghiêng về cách ({number}), theo {code}",
        "for reference: {sum} speaks for ({number}), by {code}",
    ),
    "cause.proof": (
        "gộp các quy tắc {codes} thì không khớp{gap}, nên một trong các số liệu này phải sai: {figures}",
        "the rules {codes} taken together cannot hold{gap}, so one of these must be wrong: {figures}",
    ),
    "cause.gap": (" (lệch {gap})", " (gap {gap})"),
    "cause.probably": ("có lẽ đúng là {value}: {mistake}", "it was probably {value}: {mistake}"),
    "cause.agreed": (
        "; {votes} trên {voters} quan hệ không đạt cùng cho giá trị này",
        "; broken relations that agree on this value: {votes} of {voters}",
    ),
    "cause.probably_all": ("có lẽ đúng là: {changes}", "it was probably: {changes}"),
    "cause.fits": (
        "giá trị khớp được là: {changes}; không giống một lỗi gõ thường gặp nên không gợi ý",
        "what would fit: {changes}; it does not look like a slip of the hand, so nothing is suggested",
    ),
    "cause.fits_unsure": (
        "giá trị khớp được là: {changes}; chưa đủ chắc để gợi ý, đề nghị đối chiếu với số liệu gốc",
        "what would fit: {changes}; not sure enough to suggest it, so compare with the original figures",
    ),
    "cause.no_value": (
        "các quy tắc chưa xác định được giá trị đúng; đề nghị đối chiếu với số liệu gốc",
        "the rules do not determine the right values; compare with the original figures",
    ),
    "cause.not_solved": (
        "chưa khoanh vùng được trong giới hạn tính toán; phải sửa ít nhất {least} số liệu",
        "not located within the limits of the search; figures that must change: at least {least}",
    ),
    "cause.blank": ("để trống", "blank"),
    "mistake.transposition_by_nine": (
        "{old} là {new} bị đảo hai chữ số liền nhau (lệch {gap} = {times} × 9, cùng các chữ số)",
        "{old} is {new} with two digits swapped ({gap} = {times} × 9, same digits)",
    ),
    "mistake.transposition": (
        "{old} là {new} bị đảo hai chữ số liền nhau",
        "{old} is {new} with two digits swapped",
    ),
    "mistake.digit_slip": ("{old} là {new} gõ sai một chữ số", "{old} is {new} with one digit mistyped"),
    "mistake.digit_slips": ("{old} khác {new} ở {slips} chữ số", "{old} differs from {new} in {slips} digits"),
    "mistake.digit_added": ("{old} là {new} gõ thừa chữ số", "{old} is {new} with a digit too many"),
    "mistake.digit_lost": ("{old} là {new} gõ thiếu chữ số", "{old} is {new} with a digit missing"),
    "mistake.sign": ("{old} là {new} sai dấu", "{old} is {new} with the wrong sign"),
    "mistake.neighbours_swapped": (
        "{old} và {new} đổi chỗ cho nhau",
        "{old} and {new} have changed places",
    ),
    "mistake.times_more": ("{old} gấp {times} lần {new}", "{old} is {times} times {new}"),
    "mistake.times_less": ("{old} chỉ bằng 1/{times} của {new}", "{old} is 1/{times} of {new}"),
    "mistake.stale": ("{old} là số của kỳ trước", "{old} is last period's figure"),
    "mistake.row_shift": (
        "{old} trùng số ở dòng khác cùng cột, có thể chép lệch dòng",
        "{old} is the figure of another row of the column, probably copied from the wrong line",
    ),
    "mistake.rounding": ("{old} và {new} chỉ khác do làm tròn", "{old} and {new} differ by rounding only"),
}
