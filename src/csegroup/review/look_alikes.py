"""Characters that stand where another one, which looks like them, is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["foreign_kanji", "look_alikes"]

# Letters of the Cyrillic and Greek alphabets that look like Latin ones.
_LIKE_LATIN = "АВЕЅІЈКМНОРСТХУаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_KATAKANA = "ァ-ヴー"  # without the small ヵ and ヶ, which count things
_KANJI = "一-鿿々"
_SMALL = "ァィゥェォャュョ"
# A kanji numeral before these counts something.
_COUNTED = "カケツヵヶ"
_BEHIND_A_WORD = (
    "覧同般部回人つ体括種環定致元番等方時日月年級式件社名個台本枚点度歩団校園組対例斉律切見緒層員"
    "一二三四五六七八九〇週者次品面区村戸棟室冊通報発行列隻頭匹羽字文語章節項条号期機台日十百千万億兆部式丸流"
)
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<=[A-Za-z])[{_LIKE_LATIN}]|[{_LIKE_LATIN}](?=[A-Za-z])",
        "(?<![Ѐ-ӿ])[АВЕЅІЈКМНОРСТХ](?![Ѐ-ӿ])",
        "[⺀-⿕ﬀ-ﬆ]",  # radicals, and ligatures of printers
        # Kanji for katakana: 力メラ, サー口ー, 二ュース, センタ一.
        rf"(?<=[{_KATAKANA}])[口夕卜工才](?=[{_KATAKANA}](?!ミ))",
        rf"(?<=[{_KATAKANA}])力(?=[{_KATAKANA}])(?!アップ|テスト|チェック|トレ)",
        rf"(?<=[{_KATAKANA}])[一二八千三](?=[{_KATAKANA}])(?![{_COUNTED}])",
        rf"[口力二八夕卜工千才一](?=[{_SMALL}])",
        rf"(?<![{_KANJI}{_KATAKANA}])[力夕工才口](?=[{_KATAKANA}]{{2}})(?!コミ|アップ)",
        rf"(?<=[ァ-ヴ])一(?![{_KANJI}{_KATAKANA}ヵヶ0-9０-９つ])",
        rf"(?<=[ァ-ヴ])一(?=[{_KANJI}])(?![{_BEHIND_A_WORD}])",
        (
            "力(?=メラ|ード|テゴリ|ウンセ|ウント|リキュ|タログ|レンダ)|夕(?=イトル|ブレット|イプ|ーゲット|スク|イム)|"
            "口(?=グイン|ボット|ック|ーカル|ール)|工(?=リア|ラー|ンジニア|スカレ)|才(?=ンライン|フィス|ープン|ブザ)|"
            "卜(?=ラブル|レーニング|ップ|ピック)|八(?=ラスメント|ンドブック|ッカー|イテク|ッシュ)|千(?=ーム|ラシ)"
        ),
        rf"(?<=[{_KATAKANA}])[夕卜才口工](?![{_KATAKANA}{_KANJI}])",
        # Kanji for kanji, as scanners read them.
        "末成年|末然|士曜|弁護土|栄養土|博土|教帥|講帥|医帥|看護帥|警祭|撲減|杜団|杜会|杜員|会杜|白治体|目治体|捜杳|休験",
        # Katakana for kanji: 窓ロ, 協カ, 児童ー時保護.
        rf"(?<=[{_KANJI}])(?<![号項条一二三四五六七八九十百千数何])(?!(?<=[日米中英仏独欧対])ロ)[ロカニハタトエ](?![{_KATAKANA}ヵヶ])",
        rf"(?<![{_KANJI}{_KATAKANA}0-9０-９ヵヶ])[ロカエタ](?=[{_KANJI}])(?!行)(?!(?<=カ)[所月国条年])(?!(?<=ロ)号)",
        "ニ(?=酸化|次[処被元的利]|本松|十|級河川|輪車)|ハ(?=王子|幡市|戸市|千代市|月[0-9０-９])|オ(?=能)|ミ(?=重県|鷹市)|チ(?=葉[県市])",
        # Kanji before a long vowel, or a small or closing kana, at the beginning of a word: 口一マ字, 八ンド, 卜イレ.
        rf"(?<![{_KANJI}{_KATAKANA}])[力口夕卜工八][一ー](?=[ァ-ヴ])(?![カケツ])",
        r"[力口夕卜工才](?=[ンッ])|八(?=ン)|卜(?=[ァ-ヴ])",
        # Hiragana for katakana: べスト, ぺージ.
        rf"ぺ(?=[{_KATAKANA}])|(?<![{_KANJI}ぁ-ん])べ(?=[{_KATAKANA}])|(?<=[のをはがに])べ(?=[{_KATAKANA}])|(?<![{_KANJI}{_KATAKANA}ぁ-ん0-9A-Za-z」』）)])へ(?=[{_KATAKANA}])",
        rf"ノレ(?![{_KATAKANA}])",
        rf"(?<=[{_KANJI}])ー(?=[{_KANJI}])",
        # Katakana for hiragana: 学校ヘの.
        rf"(?<=[{_KANJI}ぁ-ん])[ヘベペリ](?=[ぁ-ん{_KANJI}])",
        # A dash or a long vowel for the other: サ－ビス, 資料5ー1.
        "(?<=[ァ-ヴ])[―－−‐–—](?=[ァ-ヴ])",
        "(?<=[0-9A-Za-z０-９Ａ-Ｚａ-ｚ])ー(?=[0-9A-Za-z０-９Ａ-Ｚａ-ｚ])",
        # Digits for letters, and letters for digits: Po1ice, 2O22.
        "(?<=[A-Za-z])0(?=[a-z]{2})|(?<=[A-Za-z][a-z])1(?=[a-z]{2})",
        "(?<=[0-9])[OoIl](?=[0-9])",
        "(?<=[a-z]{2})I(?=[a-z]{2})",
    )
)
_DASH_AT_AN_END: Final = re.compile(rf"(?<=[ァ-ヴ])[－―−](?![{_KATAKANA}])")
_IDEOGRAPH: Final = re.compile("[㐀-䶿一-鿿]")


def look_alikes(text: str) -> Iterator[re.Match[str]]:
    """Give the places where a character is hardly the one that is meant."""
    if text.isascii() and not any(character in text for character in "01OoIl"):
        return
    for pattern in _PATTERNS:
        yield from pattern.finditer(text)
    # Two of them may stand around a subtitle.
    at_an_end = list(_DASH_AT_AN_END.finditer(text))
    if len(at_an_end) == 1 and sum(text.count(dash) for dash in "－―−") == 1:
        yield from at_an_end


def foreign_kanji(text: str) -> Iterator[str]:
    """Give the ideographs that no standard of Japanese characters has, such as those of simplified Chinese."""
    try:
        text.encode("cp932")
    except UnicodeEncodeError:
        for character in _IDEOGRAPH.findall(text):
            if not _is_japanese(character):
                yield character


def _is_japanese(character: str) -> bool:
    for encoding in ("cp932", "euc_jis_2004"):
        try:
            character.encode(encoding)
        except UnicodeEncodeError:
            continue
        return True
    return False
