# SPDX-License-Identifier: GPL-3.0-or-later
"""The search index: one entry of folded words a record, and a full-text index over them (decision 23)."""

CREATE_FULL_TEXT = (
    "CREATE VIRTUAL TABLE search_fts USING fts5(text, content='search_entry', content_rowid='id', "
    "tokenize='ascii', prefix='2 3', detail='none', columnsize=0)"
)
"""Words are folded and parted here, so the tokenizer must not do it again; only whole words are asked for."""
