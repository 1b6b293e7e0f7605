"""The made lists of Cẩm Xuyên district and the scripts that write them; see README.md."""
