from __future__ import annotations

import attrs

from csegroup.documents.in_short import notice_in_short, program_in_short
from csegroup.wording.locales import words_for
from samples import ANNOUNCED, FULL, OPENING


def test_in_short_it_leaves_out_notice_title_date_place_and_attendees() -> None:
    assert program_in_short(attrs.evolve(FULL, program=[OPENING]), words_for("ja")) == (
        "1　目的\n"
        "　知見を共有する。\n"
        "\n"
        "2　次第\n"
        "　(1)　開会\n"
        "\n"
        "3　問合せ先\n"
        "　少年課\n"
        "　電話　03-3581-0141\n"
        "　電子メール　office@example.go.jp\n"
        "　https://www.example.go.jp/"
    )


def test_in_short_a_translation_is_noted_first_and_nothing_is_nothing() -> None:
    translated = attrs.evolve(ANNOUNCED, aim={"ja-t-en": "知見の共有"}, program=[])
    assert program_in_short(translated, words_for("ja")) == "（仮訳）\n\n1　目的\n　知見の共有"
    assert program_in_short(attrs.evolve(ANNOUNCED, program=[]), words_for("ja")) == ""


def test_a_notice_in_short_says_whether_it_is_a_translation() -> None:
    assert notice_in_short(FULL, words_for("ja")) == "会場を変更しました。"
    translated = attrs.evolve(FULL, notice={"ja-t-en": "延期します。\n日程は調整中です。"})
    assert notice_in_short(translated, words_for("ja")) == "延期します。\n日程は調整中です。（仮訳）"
    assert notice_in_short(ANNOUNCED, words_for("ja")) == ""
