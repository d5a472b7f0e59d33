from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
from typing import NoReturn

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import strategies as strategy
from csegroup import InvalidValue, LocalizedText
from csegroup.wording.order import in_order, sort_key

kana = st.text("かカがヵはばぱハバパつっツッやゃアァーゝゞヽヾんン", min_size=1, max_size=5)
half_width = st.text("ｶﾊﾂｯｱｧｰﾝ", min_size=1, max_size=4)
texts = st.one_of(
    strategy.lines,
    st.one_of(kana, half_width).map(lambda read: LocalizedText({"ja": "会議", "ja-Kana": read})),
    st.tuples(kana, kana).map(lambda pair: LocalizedText({"ja": pair[0], "ja-Hira": pair[1], "en": "Aim"})),
)
locales = st.sampled_from(["ja", "ja-JP-u-ca-japanese", "en", "en-GB", "fr"])


def ordered(words: list[str], tag: str) -> list[str]:
    texts = [LocalizedText({tag: word}) for word in words]
    return [text[tag] for text in in_order(texts, key=lambda text: text, locale=tag)]


# Each line is in the order of JIS X 4061: what decides is named in front.
@pytest.mark.parametrize(
    "line",
    [
        "letters: あ い う え お か さ た な は ま や ら わ ゐ ゑ を ん",
        "letters-before-marks: ばあ はん",
        "letters-of-both-kinds: アイ あう イア いい",
        "marks: ハ バ パ",
        "marks: はは はば はぱ ばは ばば ぱは",
        "marks: か が かか かが がか がが",
        "marks-before-size: っか つか っが つが",
        "size: っう つー つう",
        "size: っ つ",
        "size: カード かあど カアド",
        "size: かー かぁ かあ",
        "size: あー あぁ あゝ ああ",
        "size: きゃく きやく",
        "size: ばゝ ばは ばゞ ばば",
        "size: かゝ かか かゞ かが がゝ がか",
        "size: すゞき すずき すすむ",
        "size: コーヒー こーひい こおひー こおひい コオヒイ",
        "size: ㇰ く ク",
        "script: は ハ ﾊ",
        "script-before-width: ｶな カﾅ",
        "script: らーめん ラーメン ﾗｰﾒﾝ らあめん",
        "length: か かー かあ かあさん",
        "lengthened-twice: あーー あーあ ああー あああ",
        "kinds: - 。 0 １ 2 a Ａ b z ア 会 龠 𠮷",
        "no-vowel: ンー ンア",
        "no-vowel: ー 1 あ",
        "no-kana: ゝ 1 あ",
        "no-kana: 会ゝ 会あ",
        "half-width: ﾊ ﾊﾞ ﾊﾟ ﾋ",
        "half-width: カ ｶ ガ ｶﾞ キ",
        "half-width: ｶｰﾄﾞ かあど",
        "voiced-u: ウ ヴ エ",
        "combining: か が が\u309a か\u309a",
    ],
)
def test_japanese_stands_in_the_order_of_the_syllabary(line: str) -> None:
    words = line.split()[1:]
    assert ordered(words[::-1], "ja") == words


@pytest.mark.parametrize(
    "line",
    [
        "agency Bureau council",
        "aim Aim aims",
        "résumé résumés",
        "resume résumé Résumé resumed",
        "rate réa rez",
        "ab a\u200db ac",
        "q q\u0307 q\u0323 r",
        "straße Strasse strasz",
        "- 1 ２ 3 a Ａ b",
        "file ﬁle filed",
        "a 𝐚 b",
    ],
)
def test_english_stands_in_the_order_of_the_alphabet(line: str) -> None:
    words = line.split()
    assert ordered(words[::-1], "en") == words


def test_kanji_stand_in_the_order_of_their_reading() -> None:
    readings = {
        "警察庁": "けいさつちょう",
        "厚生労働省": "こうせいろうどうしょう",
        "内閣府": "ナイカクフ",
        "𠮷野": "ﾖｼﾉ",
    }
    tags = ["ja-Hira", "ja-Hira", "ja-Kana", "ja-Hrkt"]
    names = [LocalizedText({"ja": name, tag: read}) for (name, read), tag in zip(readings.items(), tags, strict=True)]
    assert in_order(names[::-1], key=lambda name: name, locale="ja") == names
    assert [name["ja"] for name in in_order(names, key=lambda name: name, locale="en")] == sorted(readings)


def test_of_two_readings_the_one_in_hiragana_is_taken() -> None:
    both = LocalizedText({"ja": "会", "ja-Kana": "ア", "ja-Hira": "かい"})
    assert sort_key(LocalizedText({"ja": "え"}), "ja") < sort_key(both, "ja")


def test_what_is_read_alike_stands_in_the_order_of_what_is_written() -> None:
    written = {"斉藤": "Saito", "斎藤": "Saitō", "齋藤": "Saitoh"}
    names = [LocalizedText({"en": en, "ja": ja, "ja-Hira": "さいとう"}) for ja, en in written.items()]
    assert in_order(names[::-1], key=lambda name: name, locale="ja") == names


def test_a_missing_language_is_stood_in_for() -> None:
    names = [LocalizedText({"en": "Aim"}), LocalizedText({"ja": "あ"}), LocalizedText({"ja-t-en": "い"})]
    assert in_order(names[::-1], key=lambda name: name, locale="ja") == names
    assert in_order(names[::-1], key=lambda name: name, locale="en") == names


def test_things_are_listed_by_their_texts_and_those_alike_as_given() -> None:
    things = [(1, "い"), (2, "あ"), (3, "い")]
    listed = in_order(iter(things), key=lambda thing: LocalizedText({"ja": thing[1]}), locale="ja")
    assert listed == [(2, "あ"), (1, "い"), (3, "い")]


def test_what_is_no_language_tag_is_refused() -> None:
    error = strategy.refused(sort_key, text=LocalizedText({"ja": "会"}), locale="JA")
    assert (error.code, error.field) == ("language", "locale")
    with pytest.raises(InvalidValue):
        in_order([LocalizedText({"ja": "会"})], key=lambda text: text, locale="日本語")


@given(texts, texts, locales)
def test_keys_are_equal_where_texts_are_and_only_there(one: LocalizedText, other: LocalizedText, locale: str) -> None:
    keys = sort_key(one, locale), sort_key(other, locale)
    assert (keys[0] == keys[1]) is (one == other)
    assert (keys[0] < keys[1]) + (keys[1] < keys[0]) == (one != other)
    assert len({*keys}) == len({one, other})


@given(texts, st.randoms(use_true_random=False), locales)
def test_the_order_of_the_tags_does_not_count(text: LocalizedText, random: st.DataObject, locale: str) -> None:
    items = list(text.items())
    random.shuffle(items)  # type: ignore[attr-defined]
    assert sort_key(LocalizedText(dict(items)), locale) == sort_key(text, locale)


@given(st.lists(texts, max_size=6), locales, st.data())
def test_the_order_does_not_hang_on_the_order_given(
    given: list[LocalizedText], locale: str, data: st.DataObject
) -> None:
    listed = in_order(given, key=lambda text: text, locale=locale)
    shuffled = data.draw(st.permutations(given))
    assert in_order(shuffled, key=lambda text: text, locale=locale) == listed
    assert sorted(map(id, listed)) == sorted(map(id, given))


@given(st.lists(kana, min_size=1, max_size=6))
@example(["んーヽ"])
def test_katakana_is_read_as_hiragana(words: list[str]) -> None:
    as_hiragana = {ord(k): ord(k) - 0x60 for k in "カハバパツッアァヽヾン"}
    keys = [sort_key(LocalizedText({"ja": f"か{word}"}), "ja")[:3] for word in words]
    assert keys == [sort_key(LocalizedText({"ja": f"か{word.translate(as_hiragana)}"}), "ja")[:3] for word in words]


def missing(tool: str) -> NoReturn:
    """Skip a test for want of a tool, or fail it where all tools are said to be there."""
    if os.environ.get("CSEGROUP_TOOLS") == "all":
        pytest.fail(f"{tool} is missing")
    pytest.skip(f"{tool} is missing")


@pytest.mark.tool
def test_icu_leaves_all_short_words_as_they_were_sorted() -> None:
    node = shutil.which("node") or missing("node")
    words = {
        "".join(letters)
        for length in (1, 2, 3)
        for letters in itertools.product("あぁアァｱかカｶがガはばぱつっツッやゃンをーゝゞaA1 会", repeat=length)
    }
    # ICU lengthens once and repeats once, and knows no ゝ after a voiced kana or a katakana.
    apart = re.compile(r"\A | \Z|[ーゝゞ][ーゝゞ]|(?<![かは])[ゝゞ]")
    ours = ordered([word for word in words if not apart.search(word)], "ja")
    # Its sort is stable, so that it leaves alone what is alike on its three levels: あ and ア.
    script = "const read = JSON.parse(require('fs').readFileSync(0)); const ja = new Intl.Collator('ja');"
    script += "process.stdout.write(JSON.stringify(read.sort(ja.compare)))"
    data = json.dumps(ours).encode()
    done = subprocess.run([node, "-e", script], input=data, capture_output=True, check=True, timeout=60)  # noqa: S603 - our own script
    assert json.loads(done.stdout) == ours
