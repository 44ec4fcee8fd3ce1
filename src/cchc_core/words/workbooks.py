"""The sentences on workbooks that cannot be read: key, Vietnamese, English. Each says what to do."""

from __future__ import annotations

__all__ = ["WORKBOOKS"]

WORKBOOKS: dict[str, tuple[str, str]] = {
    # The file.
    "fault.not_workbook": (
        "đây không phải tệp Excel .xlsx; hãy chọn biểu mẫu đã điền",
        "this is no Excel file (.xlsx); choose the form that was filled in",
    ),
    "fault.workbook_old": (
        "đây là định dạng Excel khác (.xls hoặc .xlsb); hãy mở bằng Excel rồi lưu lại thành .xlsx",
        "this is another Excel format (.xls or .xlsb); open it in Excel and save it as .xlsx",
    ),
    "fault.workbook_encrypted": (
        "tệp có mật khẩu mở; hãy bỏ mật khẩu rồi lưu lại",
        "the file needs a password to open; remove the password and save it again",
    ),
    "fault.workbook_truncated": (
        "tệp hỏng hoặc chưa tải về đủ; hãy tải lại, hoặc xin người gửi gửi lại",
        "the file is damaged or was not downloaded completely; download it again, or ask the sender to send it again",
    ),
    "fault.workbook_damaged": (
        "tệp hỏng ở phần {part}; hãy mở bằng Excel rồi lưu lại, hoặc xin người gửi gửi lại",
        "the file is damaged at its part {part}; open it in Excel and save it again, or ask the sender for it again",
    ),
    "fault.workbook_large": (
        "tệp lớn {size}, quá mức {limit}; hãy bỏ hình ảnh và những trang không thuộc biểu mẫu",
        "the file has {size}, more than {limit}; remove pictures and sheets that are not of the form",
    ),
    "fault.workbook_unpacked": (
        (
            "tệp giải nén ra quá {limit}, hoặc lớn hơn kích thước nó tự khai, như tệp cài bẫy;"
            " hãy chép số liệu sang một biểu mẫu mới"
        ),
        (
            "unpacked, the file has more than {limit}, or more than it says itself, as a trap has;"
            " copy the figures into a new form"
        ),
    ),
    "fault.workbook_parts": (
        "bên trong tệp có hơn {limit} phần; hãy chép số liệu sang một biểu mẫu mới",
        "the file has more than {limit} parts inside; copy the figures into a new form",
    ),
    "fault.workbook_repeats": (
        "bên trong tệp có hai phần cùng tên {part}, không biết phần nào đúng; hãy chép số liệu sang một biểu mẫu mới",
        "the file has two parts named {part}, and either may be meant; copy the figures into a new form",
    ),
    "fault.workbook_encoding": (
        "phần {part} không viết theo mã UTF-8; hãy mở tệp bằng Excel rồi lưu lại",
        "its part {part} is not written in UTF-8; open the file in Excel and save it again",
    ),
    "fault.workbook_entities": (
        "phần {part} khai báo thực thể XML, điều mà Excel không bao giờ viết; hãy chép số liệu sang một biểu mẫu mới",
        "its part {part} declares XML entities, which Excel never writes; copy the figures into a new form",
    ),
    "fault.workbook_macros": (
        "tệp có macro ({part}); hãy lưu lại thành .xlsx không có macro",
        "the file has macros ({part}); save it as .xlsx without macros",
    ),
    "fault.workbook_embedded": (
        "tệp có đối tượng nhúng hoặc nút điều khiển ({part}); hãy xóa đối tượng đó rồi lưu lại",
        "the file has an embedded object or a control ({part}); delete it and save the file again",
    ),
    "fault.workbook_external": (
        "tệp liên kết ra ngoài ({part}); hãy ngắt liên kết (Data, Edit Links, Break Link) rồi lưu lại",
        "the file links outside ({part}); break the link (Data, Edit Links, Break Link) and save it again",
    ),
    "fault.workbook_far_cell": (
        "có ô nằm ngoài cột {column} hoặc dòng {row}, hoặc không ghi vị trí; hãy xóa những gì nằm ngoài biểu mẫu",
        "a cell lies beyond column {column} or row {row}, or does not say where it is; delete what is not of the form",
    ),
    # The form.
    "fault.not_template": (
        "tệp Excel này không phải biểu mẫu của cchc; hãy tạo biểu mẫu bằng lệnh cchc template rồi điền vào đó",
        "this Excel file is no form of cchc; make one with the command cchc template and fill it in",
    ),
    "fault.template_version": (
        (
            "biểu mẫu viết theo phiên bản {found} (cchc {library} tạo), mà cchc {own} đọc phiên bản {expected};"
            " hãy dùng phiên bản cchc đã tạo ra nó, hoặc tạo biểu mẫu mới rồi chép số liệu sang"
        ),
        (
            "the form is of version {found} (made by cchc {library}), but cchc {own} reads version {expected};"
            " use the cchc that made it, or make a new form and copy the figures"
        ),
    ),
    "fault.template_layout": (
        (
            "cchc {library} đã tạo biểu mẫu này với bố cục khác bố cục của cchc {own};"
            " hãy tạo biểu mẫu mới bằng lệnh cchc template rồi chép số liệu sang"
        ),
        (
            "cchc {library} made this form with another layout than that of cchc {own};"
            " make a new form with cchc template and copy the figures"
        ),
    ),
    "fault.sheet_missing": (
        "trang này của biểu mẫu không còn; hãy khôi phục, hoặc điền lại vào biểu mẫu mới",
        "this sheet of the form is gone; restore it, or fill in a new form",
    ),
    "fault.sheet_renamed": (
        "trang này đã bị đổi tên thành “{found}”; hãy đổi lại tên cũ",
        "this sheet was renamed to “{found}”; give it its old name again",
    ),
    "fault.sheet_without_keys": (
        "cột A ẩn, nơi ghi mã của từng dòng, không còn ở chỗ của nó; hãy hoàn tác, hoặc điền lại vào biểu mẫu mới",
        "the hidden column A with the key of each row is not in its place; undo the change, or fill in a new form",
    ),
    "fault.row_gone": (
        "dòng “{label}” đã bị xóa; hãy khôi phục dòng này, hoặc điền lại vào biểu mẫu mới",
        "the row “{label}” was deleted; restore it, or fill in a new form",
    ),
    "fault.row_moved": (
        "dòng “{label}” đã bị chuyển từ dòng {before} đến đây; hãy đưa về chỗ cũ",
        "the row “{label}” was moved here from row {before}; put it back",
    ),
    "fault.row_added": (
        "có thêm một dòng mang mã của biểu mẫu ({label}); hãy xóa dòng này",
        "there is another row with a key of the form ({label}); delete it",
    ),
    "fault.rows_added": (
        "đã chèn thêm {number} dòng ở khoảng này; hãy xóa dòng chèn thêm để số liệu về đúng dòng",
        "{number} rows were inserted about here; delete them, so that the figures stand in their rows again",
    ),
    "fault.rows_gone": (
        "đã xóa mất {number} dòng ở khoảng này; hãy khôi phục, hoặc điền lại vào biểu mẫu mới",
        "{number} rows were deleted about here; restore them, or fill in a new form",
    ),
    "fault.column_gone": (
        "cột “{label}” đã bị xóa; hãy khôi phục cột này, hoặc điền lại vào biểu mẫu mới",
        "the column “{label}” was deleted; restore it, or fill in a new form",
    ),
    "fault.column_moved": (
        "cột “{label}” đã bị chuyển từ cột {before} đến đây; hãy đưa về chỗ cũ",
        "the column “{label}” was moved here from column {before}; put it back",
    ),
    "fault.column_added": (
        "có thêm một cột mang tên của một cột khác ({label}); hãy xóa cột này",
        "there is another column with the name of one ({label}); delete it",
    ),
    "fault.columns_added": (
        "đã chèn thêm {number} cột ở khoảng này; hãy xóa cột chèn thêm để số liệu về đúng cột",
        "{number} columns were inserted about here; delete them, so that the figures stand in their columns again",
    ),
    "fault.columns_gone": (
        "đã xóa mất {number} cột ở khoảng này; hãy khôi phục, hoặc điền lại vào biểu mẫu mới",
        "{number} columns were deleted about here; restore them, or fill in a new form",
    ),
    "fault.label_changed": (
        "chữ cố định “{expected}” đã bị sửa thành “{found}”; hãy sửa lại, vì số liệu bên cạnh có thể đã đổi nghĩa",
        "the fixed text “{expected}” was changed to “{found}”; change it back, as figures beside may mean another thing",
    ),
    "fault.label_gone": (
        "chữ cố định “{expected}” đã bị xóa; hãy ghi lại, vì số liệu bên cạnh có thể đã đổi nghĩa",
        "the fixed text “{expected}” was deleted; write it again, as figures beside may mean another thing",
    ),
    "fault.cells_shifted": (
        "công thức của ô {cell} nay nằm ở đây: một số ô đã bị đẩy lệch, số liệu có thể sai chỗ; hãy hoàn tác việc chèn ô",
        "the formula of {cell} stands here: cells were pushed aside, and figures may be misplaced; undo the insertion",
    ),
    # Cells.
    "fault.cell_error": (
        "ô báo lỗi {found}; hãy ghi số, hoặc để trống nếu chưa có",
        "the cell shows the error {found}; write the number, or leave it blank if it is not known",
    ),
    "fault.cell_truth": (
        "ô ghi {found} là giá trị đúng hoặc sai của Excel; hãy ghi một số",
        "the cell holds {found}, a truth value of Excel; write a number",
    ),
    "fault.cell_date": (
        "Excel hiểu ô này là ngày {found}; hãy đổi định dạng ô thành số rồi ghi lại",
        "Excel took this cell for the date {found}; format it as a number and write it again",
    ),
    "fault.cell_not_date": (
        "“{found}” không phải ngày; hãy ghi ngày/tháng/năm, như 14/12/2021",
        "“{found}” is no date; write day/month/year, as in 14/12/2021",
    ),
    "fault.cell_not_text": (
        "Excel hiểu ô này là {found}; hãy đổi định dạng ô thành văn bản (Text) rồi ghi lại",
        "Excel took this cell for {found}; format it as text and write it again",
    ),
    "fault.cell_not_whole": (
        "{found} không phải số nguyên, mà chỉ tiêu này đếm; hãy ghi số nguyên",
        "{found} is not a whole number, but this figure is a count; write a whole number",
    ),
    "fault.cell_percent": (
        "ô có định dạng phần trăm của Excel nên không rõ là {found} hay {percent}; hãy đổi định dạng ô thành số rồi ghi 97,66",
        "the cell has Excel's percent format, so it may mean {found} or {percent}; format it as a number and write 97,66",
    ),
    "fault.cell_required": (
        "chưa điền mục bắt buộc “{label}”",
        "“{label}” is required and not filled in",
    ),
    "fault.period_year": (
        "năm báo cáo {found} không hợp lệ; hãy ghi một năm từ {first} đến {last}",
        "{found} is no year to report on; write a year from {first} to {last}",
    ),
    "fault.period_index": (
        "loại kỳ này mỗi năm có {most} kỳ, không có kỳ thứ {found}; hãy ghi từ 1 đến {most}",
        "a year has {most} of these periods, and no number {found}; write 1 to {most}",
    ),
    "fault.period_days": (
        "chưa ghi ngày, mà lịch chốt số liệu “{calendar}” không phải lịch đã biết để lấy ngày; hãy ghi ngày này",
        "the day is blank, and the calendar “{calendar}” is not one it could be taken from; write the day",
    ),
    "fault.cells_merged": (
        "các ô này bị gộp nên không còn thấy số nào ở ô nào; hãy bỏ gộp ô (Unmerge Cells) rồi ghi lại",
        "these cells were merged, and nobody sees any more what is in each; unmerge them and fill them in again",
    ),
    "fault.formula_without_value": (
        "công thức {found} trong ô nhập chưa được tính hoặc cho kết quả rỗng; hãy mở bằng Excel rồi lưu lại, hoặc ghi số vào ô",
        "the formula {found} in this cell was not calculated or gives nothing; open and save the file in Excel, or write the number",
    ),
    "fault.formula_outside": (
        "công thức {found} lấy dữ liệu từ tệp hoặc chương trình khác; hãy thay bằng số",
        "the formula {found} asks another file or program; put the number in its place",
    ),
    # Notices.
    "fault.template_formulas": (
        (
            "cchc {library} đã tạo biểu mẫu này với công thức kiểm tra khác công thức của cchc {own};"
            " số liệu vẫn đọc được, công thức trong tệp không được đối chiếu"
        ),
        (
            "cchc {library} made this form with other check formulas than those of cchc {own};"
            " its figures are read, its formulas were not compared"
        ),
    ),
    "fault.template_blank": (
        "biểu mẫu chưa có số liệu nào nên chưa có gì để kiểm tra",
        "no figure is filled in yet, so there is nothing to check",
    ),
    "fault.sheet_copied": (
        "trang này là bản sao một trang của biểu mẫu nên không được đọc; số liệu chỉ lấy từ trang gốc",
        "this sheet is a copy of one of the form and is not read; figures are taken from the original only",
    ),
    "fault.cell_outside": (
        "ô này nằm ngoài phần nhập của biểu mẫu nên không được đọc; thiếu dòng thì tạo biểu mẫu nhiều dòng hơn (--rows)",
        "this cell lies outside what the form asks for and is not read; make a form with more rows if they are few (--rows)",
    ),
    "fault.cells_outside": (
        "còn {number} ô khác của trang này nằm ngoài phần nhập nên không được đọc",
        "{number} more cells of this sheet lie outside what the form asks for and are not read",
    ),
    "fault.formula_changed": (
        "công thức kiểm tra đã bị sửa, hoặc ô được cắt dán đi nơi khác: hãy xem số liệu có còn đúng ô không; công thức của biểu mẫu là {expected}",
        "the check formula was changed, or cells were cut and pasted: see that figures stand where they belong; that of the form is {expected}",
    ),
    "fault.formula_gone": (
        "công thức kiểm tra đã bị xóa, không ảnh hưởng số liệu; công thức của biểu mẫu là {expected}",
        "the check formula was deleted, which touches no figure; that of the form is {expected}",
    ),
    "fault.formulas_changed": (
        "còn {number} công thức kiểm tra khác của trang này đã bị sửa hoặc xóa, không ảnh hưởng số liệu",
        "{number} more check formulas of this sheet were changed or deleted, which touches no figure",
    ),
}
