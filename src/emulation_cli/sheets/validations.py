"""What a spreadsheet program lets be typed into cells; a whole sheet is never protected."""

from openpyxl.worksheet.datavalidation import DataValidation


def refusing(cells: str, why: str) -> DataValidation:
    """Cells such as «A3:K3» that take nothing, and say why."""
    refused = DataValidation("custom", formula1="FALSE", allow_blank=False, showErrorMessage=True)
    refused.errorTitle, refused.error = "emul", why
    refused.add(cells)
    return refused


def offering(cells: str, source: str) -> DataValidation:
    """Cells that offer what stands at `source`; anything else may still be typed."""
    offered = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=False)
    offered.add(cells)
    return offered
