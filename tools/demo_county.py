#!/usr/bin/env python3
"""Makes the tables of the fictional county in examples/demo-county anew: areas, stations, figures and the calendar.

    python3 tools/demo_county.py                 into examples/demo-county
    python3 tools/demo_county.py FOLDER          into another folder, which holds types.csv and services.csv

Everything is invented, and made the same way each time: no clock, no chance. A row takes its cells from short lists in turn, by
its number, so that two hundred rows hold every kind of hours, datum, status and age. Types, services and all prose are written
by hand. The calendar is the real one; where its source (CALENDAR) is not at hand, the file that is there stays.
"""
import csv
import datetime
import math
import os
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples/demo-county"
CALENDAR = pathlib.Path(os.environ.get("CALENDAR", ROOT / "../shared/facts/calendar.csv"))
TODAY = datetime.date(2026, 11, 24)  # from this day the ages of checks are counted back
LEVELS = {4: "市", 6: "区县", 9: "镇街", 12: "村居"}
COUNTY, SOURCE, CHECKER = "990101", "demo-directory", "示例县民政局（虚构）"

# Words for what does not exist, so that nobody looks for these towns.
TOWNS = ["子虚镇", "乌有镇", "蜃楼镇", "镜花镇", "水月镇", "南柯镇", "黄粱镇", "槐安镇", "画饼镇", "海市街道", "无何街道", "乌托街道"]
VILLAGES = ["东沙", "西沙", "南泉", "北泉", "上湾", "下湾", "大坪", "小坪", "新桥", "老桥"]
NO_POINT = {(3, 10), (8, 10), (5, 9), (10, 9)}  # (town, village) without a point of its own …
SERVED_BY = {(5, 8): "009", (10, 8): "009"}  # … two of them are served by the village beside them

AREA_HEAD = ["编码", "名称", "层级", "上级", "别名"]  # and 起, 止, 经度, 纬度, in this order, once the reader takes them
HEAD = ("编号,名称,别名,类型,层级,上级,主管,区划,服务范围,地址,怎么去,公开程度,经度,纬度,坐标系,电话,时间,例外,随日历,方式,服务,对象,费用,"
        "无障碍,语言,设施,负责岗位,状态,公告,来源,核验,核验单位,下次核验,备注").split(",")
OFFICE = "周一-周五 08:30-12:00,14:30-17:30"
POINT_HOURS = [
    OFFICE, "周一-周五 09:00-12:00,13:30-17:00; 周六 09:00-12:00", "", "每天 08:00-20:00", "周一、周三、周五 14:30-17:30",
    "周一-周五 08:30-17:30", "周二-周日 09:00-17:00", "周一-周五 08:00-11:30,14:00-17:00,19:00-21:00",
    "周一-周五 08:30-12:00,14:30-18:00; 周日 09:00-11:00", OFFICE, "周一-周四 08:30-17:30; 周五 08:30-12:00"]
STATION_HOURS = [OFFICE, POINT_HOURS[1], "周一-周五 08:30-12:00,14:30-24:00", POINT_HOURS[8]]
HOME_HOURS = ["周一-周五 16:30-18:30; 周六、周日 09:00-11:30,14:00-17:00", "周六、周日 09:00-17:00", "每天 09:00-11:30,14:30-17:30", "",
              "周三、周六 14:00-17:00"]
EXCEPTIONS = ["2026-10-01..2026-10-07 休; 2026-10-10 开 09:00-12:00", "2026-11-24 休", "2026-11-28 开 09:00-11:00,15:00-17:00",
              "2026-11-25..27 休", "2026-10-01..07 开 09:00-12:00", "2027-01-01..2027-01-03 休; 2027-01-09 开 10:00-12:00"]
AGES = [4, 12, 0, 33, 61, 1, 89, 90, 91, 120, 47, 179, 180, 181, 20, 270, 359, 360, 361, 364, 365, 366, 540, 730, 731, 1100, 75, 8, 150]
WAYS = ["直接到访", "直接到访;需预约", "直接到访", "", "需预约", "直接到访", "直接到访"]
ACCESS = ["坡道", "坡道;电梯;无障碍卫生间", "", "坡道;低位台;儿童厕位", "坡道;无障碍卫生间;母婴室;停车位", "手语;盲文;语音", "电梯", "坡道;停车位"]
LANGUAGES = ["普通话", "普通话;示例方言", "普通话", "普通话;手语", "", "普通话;英语"]
FITTINGS = ["接待区", "接待区;阅读区", "接待区;阅读区;绿色上网区", "", "接待区;心理咨询室", "阅读区;绿色上网区;模拟法庭"]
COSTS = ["免费", "免费", "", "免费；复印材料自己出", "免费"]
TRAVEL = ["坐虚构1路，示例站下车", "示例广场对面，一楼", "", "进门左手第一间", "坐虚构2路，终点站下车，往回走"]

# 编号, 名称, 类型, 主管, 公开程度, 时间, 随日历, 方式, 服务.
COUNTY_ROWS = [
    ("center", "示例县未成年人救助保护中心", "救助保护中心", "民政", "公开", "每天 全天", "照常", "直接到访", "个案受理;强制报告受理;临时监护;政策咨询"),
    ("legal-aid", "示例县法律援助中心", "法律援助", "司法", "公开", OFFICE, "", "直接到访;需预约", "法律援助受理"),
    ("family", "示例县家庭教育指导中心", "家庭教育指导", "妇联", "公开", POINT_HOURS[1], "节假日休", "需预约", "家庭教育指导"),
    ("talk", "示例县青少年心理服务站", "心理服务", "团委", "公开", "周一-周五 14:00-21:00; 周六、周日 09:00-21:00", "照常", "需预约", "心理辅导"),
    ("one-stop", "示例县一站式办案救助中心", "一站式办案", "公安", "仅电话", "每天 全天", "照常", "仅转介", "强制报告受理;心理辅导"),
    ("mediation", "示例县家事调解室", "家事调解", "妇联", "公开", "周一-周五 08:30-11:30,14:30-17:00", "", "直接到访", "家事调解"),
    ("shelter-a", "示例县临时庇护所", "临时庇护", "民政", "保密", "每天 全天", "照常", "仅转介", "临时住处"),
    ("shelter-b", "示例县第二临时庇护所", "临时庇护", "民政", "保密", "", "", "仅转介", "临时住处"),
    ("shelter-c", "示例县妇女儿童临时住处", "临时庇护", "妇联", "保密", "每天 18:00-08:00", "照常", "仅转介", "临时住处"),
    ("mentoring", "示例县观护基地", "观护基地", "检察院", "仅电话", "周一-周五 09:00-17:00", "节假日休", "仅转介", "社会观护"),
    ("law-park", "示例县法治公园", "宣教基地", "司法", "公开", "每天 06:00-24:00", "照常", "直接到访", "普法活动"),
    ("fire-hall", "示例县消防体验馆", "宣教基地", "消防", "公开", "周六、周日 09:00-11:30,14:00-16:30", "照常", "需预约", "普法活动"),
    ("drug-hall", "示例县禁毒展馆", "宣教基地", "公安", "公开", "周二-周日 09:00-17:00", "照常", "直接到访;需预约", "普法活动"),
    ("camp", "示例县假期自护营", "宣教基地", "教育", "公开", "周一-周六 08:30-17:30", "寒暑假开", "需预约", "普法活动;课后托管"),
    ("prosecutor", "示例县检察院未成年人检察工作室", "司法项目工作站", "检察院", "公开", OFFICE, "节假日休", "直接到访;仅转介", "法律援助受理;普法活动"),
    ("court", "示例县法院少年家事工作室", "司法项目工作站", "法院", "公开", "周一-周五 09:00-12:00,14:00-17:00", "", "需预约", "家事调解;普法活动"),
    ("library", "示例县图书馆少儿室", "公共场所", "文旅", "公开", "周二-周五 12:00-20:00; 周六、周日 09:00-20:00", "照常", "直接到访", "阅读;绿色上网"),
    ("palace", "示例县青少年宫", "公共场所", "团委", "公开", "周三-周五 16:00-20:30; 周六、周日 08:30-20:30", "照常", "直接到访", "课后托管;阅读"),
    ("study", "示例县通宵自习室", "公共场所", "文旅", "公开", "周五、周六 18:00-02:00; 周一-周四 17:00-24:00", "照常", "直接到访", "阅读"),
    ("night", "示例县夜间值班点", "值班点", "民政", "公开", "每天 20:00-06:00", "照常", "直接到访", "个案受理;临时住处"),
    ("weekend", "示例县周末值班点", "值班点", "民政", "公开", "周六、周日 全天", "照常", "直接到访", "个案受理"),
    ("new-hall", "示例县青少年活动中心新馆", "公共场所", "团委", "公开", "", "", "", "阅读;绿色上网"),
    ("old-desk", "示例县未成年人咨询点", "心理服务", "团委", "公开", "", "", "", "心理辅导"),
    ("volunteers", "示例县护苗志愿服务队", "志愿服务", "团委", "仅电话", "周六 09:00-17:00", "照常", "需预约", "陪同办事"),
]
# What single stations say otherwise.
SPECIAL = {
    "center": {"电话": "值班:0000-00000003;热线:12345", "别名": "未保中心;救助中心", "核验": "2026-11-20", "下次核验": "2027-05-20"},
    "legal-aid": {"别名": "法援;请律师"},
    "mediation": {"例外": EXCEPTIONS[0]},
    "shelter-a": {"上级": "demo-center"},
    "shelter-b": {"上级": "demo-center", "核验": "2025-03-01"},
    "shelter-c": {"状态": "暂停", "公告": "正在修缮。先打电话，由值班的人另行安排。"},
    "fire-hall": {"例外": EXCEPTIONS[4]},
    "library": {"例外": EXCEPTIONS[5]},
    "study": {"例外": "2026-12-31 开 18:00-02:00"},
    "night": {"上级": "demo-center"},
    "weekend": {"上级": "demo-center"},
    "new-hall": {"状态": "筹建", "公告": "正在建设，计划2027年开放。"},
    "old-desk": {"状态": "撤销", "公告": "已并入示例县青少年心理服务站。"},
    "t01-v02-point": {"状态": "暂停", "公告": "负责的人外出培训，12月恢复。"},
    "t02-v05-point": {"状态": "筹建", "公告": "正在布置房间，先到镇上的工作站。"},
    "t04-station": {"状态": "暂停", "公告": "办公楼修缮，先找示例县未成年人救助保护中心。"},
    "t06-v07-point": {"状态": "撤销", "公告": "已撤销，请找镇上的工作站。"},
    "t09-v04-home": {"状态": "暂停", "公告": "冬季停用，明年3月恢复。"},
    "t11-station": {"服务范围": "990101011;990101401"},
    "t12-station": {"名称": "乌托街道未成年人保护专门人员", "公开程度": "仅电话", "方式": "需预约"},
}


def gcj02(lon, lat):
    """WGS-84 to GCJ-02, as the maps of this country are drawn."""
    def waves(*terms):
        return sum(height * math.sin(value * math.pi) for height, value in terms) * 2 / 3

    x, y = lon - 105, lat - 35
    both = waves((20, 6 * x), (20, 2 * x)) + .1 * x * y
    north = both + waves((20, y), (40, y / 3), (160, y / 12), (320, y / 30)) - 100 + 2 * x + 3 * y + .2 * y * y + .2 * abs(x) ** .5
    east = both + waves((20, x), (40, x / 3), (150, x / 12), (300, x / 30)) + 300 + x + 2 * y + .1 * x * x + .1 * abs(x) ** .5
    axis, flat, angle = 6378245.0, 0.00669342162296594323, math.radians(lat)
    bent = 1 - flat * math.sin(angle) ** 2
    return (lon + math.degrees(east / (axis / bent ** .5 * math.cos(angle))), lat + math.degrees(north / (axis * (1 - flat) / bent ** 1.5)))


def bd09(lon, lat):
    """WGS-84 to Baidu's BD-09."""
    x, y = gcj02(lon, lat)
    radius = math.hypot(x, y) + .00002 * math.sin(y * math.pi * 3000 / 180)
    angle = math.atan2(y, x) + .000003 * math.cos(x * math.pi * 3000 / 180)
    return radius * math.cos(angle) + .0065, radius * math.sin(angle) + .006


def same(lon, lat):
    return lon, lat


DATUMS = [("wgs84", same), ("gcj02", gcj02), ("bd09", bd09), ("cgcs2000", same)]


def short(town):
    return town.removesuffix("镇").removesuffix("街道")


def village_name(t, v):
    return short(TOWNS[t - 1]) + VILLAGES[v - 1] + ("社区" if TOWNS[t - 1].endswith("街道") else "村")


def place(code):
    """Where an area lies, in WGS-84: villages around their town, towns in a grid in the desert of Lop Nur."""
    town, village = int(code[6:9] or 0), int(code[9:] or 0)
    lon, lat = (91.2 + (town - 1) % 4 * .18, 40.2 + (town - 1) // 4 * .18) if town else (91.5, 40.38)
    return lon + .004 * village * math.cos(village), lat + .004 * village * math.sin(village)


def complete(n, slug, name, kind, area, cells):
    """Row number `n`: what it says itself, and the rest as its turn comes."""
    def turn(words):
        return words[n % len(words)]

    checked = TODAY - datetime.timedelta(turn(AGES))
    datum, convert = turn(DATUMS)
    lon, lat = place(area)
    lon, lat = convert(lon + n % 7 * .0011, lat + n % 5 * .0013)
    number = f"0000-0000{n:04}"  # no area code is 0000, and no number begins with 0
    town = TOWNS[int(area[6:9]) - 1] if area[6:9] else ""
    row = dict.fromkeys(HEAD, "") | {
        "编号": f"demo-{slug}", "名称": name, "类型": kind, "层级": LEVELS[len(area)], "区划": area, "公开程度": "公开",
        "地址": f"虚构市{'示例县' if area[4:] else ''}{town}示例路{n}号", "怎么去": turn(TRAVEL),
        "经度": f"{lon:.6f}", "纬度": f"{lat:.6f}", "坐标系": datum,
        "电话": "" if n % 11 == 0 else number if n % 7 else f"值班:{number};热线:0000-0000{n + 5000}",
        "例外": EXCEPTIONS[n // 9 % 6] if n % 9 == 0 and n > 26 else "", "方式": turn(WAYS), "对象": turn(["未成年人", "未成年人;家长", ""]),
        "费用": turn(COSTS), "无障碍": turn(ACCESS), "语言": turn(LANGUAGES), "设施": turn(FITTINGS), "状态": "正常", "来源": SOURCE,
        "核验": checked, "核验单位": CHECKER, "下次核验": checked + datetime.timedelta(180) if n % 4 == 0 else "", "备注": "虚构",
    } | cells | SPECIAL.get(slug, {})
    blank = []
    if row["公开程度"] != "公开" or n % 17 == 0:
        blank += ["经度", "纬度", "坐标系"]
    if row["公开程度"] != "公开" or n % 13 == 0:
        blank += ["地址", "怎么去"]
    if row["公开程度"] == "保密":
        blank += ["设施"]
    if row["状态"] in ("筹建", "撤销"):
        blank += ["时间", "随日历", "方式", "电话"]
    if not row["时间"] or row["状态"] in ("筹建", "撤销"):
        blank += ["例外"]
    return row | dict.fromkeys(blank, "")


def stations():
    """Slug, name, type, area and own cells of every station, in the order in which the table reads best."""
    yield "city-rescue", "虚构市救助管理站", "救助站", "9901", dict(主管="民政", 时间="每天 全天", 随日历="照常", 方式="直接到访", 服务="临时住处;政策咨询")
    yield "city-home", "虚构市儿童福利院", "儿童福利机构", "9901", dict(主管="民政", 时间="每天 全天", 随日历="照常", 方式="仅转介", 服务="临时监护")
    for slug, name, kind, *cells in COUNTY_ROWS:
        yield slug, name, kind, COUNTY, dict(zip(["主管", "公开程度", "时间", "随日历", "方式", "服务"], cells), 负责岗位="值班社工")
    for t, town in enumerate(TOWNS, 1):
        code, here = f"{COUNTY}{t:03}", f"t{t:02}"
        above = dict(上级=f"demo-{here}-station", 主管="民政")
        yield f"{here}-station", f"{town}未成年人保护工作站", "未保工作站", code, dict(
            上级="demo-center", 主管="民政", 别名=f"{short(town)}未保站", 时间=STATION_HOURS[t % 4], 随日历=["", "节假日休", "照常"][t % 3], 方式="直接到访",
            服务="个案受理;强制报告受理;政策咨询", 负责岗位="儿童督导员")
        yield f"{here}-law", f"{town}法律援助工作站", "法律援助", code, dict(上级="demo-legal-aid", 主管="司法", 时间=OFFICE, 服务="法律援助受理")
        if t % 2:
            yield f"{here}-social", f"{town}社会工作服务站", "社工站", code, above | dict(时间=POINT_HOURS[5], 服务="陪同办事;心理辅导", 负责岗位="社工")
        for v, sand in enumerate(VILLAGES, 1):
            area, at, name, i = f"{code}{v:03}", f"{here}-v{v:02}", village_name(t, v), t * 10 + v
            if (t, v) not in NO_POINT:
                yield f"{at}-point", f"{name}未成年人保护工作点", "工作点", area, above | dict(
                    别名=f"{sand}未保点" if i % 2 else "", 服务范围=f"{area};{code}{SERVED_BY[t, v]}" if (t, v) in SERVED_BY else "",
                    时间=POINT_HOURS[i % 11], 随日历=["", "节假日休", "", "照常", ""][i % 5], 负责岗位="儿童主任",
                    服务="政策咨询;个案受理" + (";陪同办事" if i % 3 else ""))
            if v == 4 or (v == 7 and t <= 8):
                yield f"{at}-home", f"{name}儿童之家", "儿童之家", area, above | dict(
                    别名="童之家;托管", 主管="妇联", 时间=HOME_HOURS[t % 5], 随日历=["寒暑假开", "照常", "寒暑假开", ""][(t + v) % 4], 方式="直接到访",
                    服务="课后托管;阅读" + (";绿色上网" if t % 2 else ""), 费用="免费")
            if v == 1 and t <= 8:
                yield f"{at}-parents", f"{name}家长学校", "社区家长学校", area, dict(
                    上级="demo-family", 主管="妇联", 时间=["周六 14:30-17:00", "周二、周四 19:00-21:00"][t % 2], 随日历="照常", 方式="需预约", 服务="家庭教育指导",
                    对象="家长")


def areas():
    yield from [("99", "虚构省", "省"), ("9901", "虚构市", "市", "99"), (COUNTY, "示例县", "区县", "9901")]
    for t, town in enumerate(TOWNS, 1):
        code = f"{COUNTY}{t:03}"
        lon, lat = place(code)
        since = "2020-05" if town == "无何街道" else ""
        yield code, town, "镇街", COUNTY, short(town) + ("乡" if town.endswith("镇") else "街"), since, "", f"{lon:.2f}", f"{lat:.2f}"
        yield from ((f"{code}{v:03}", village_name(t, v), "村居", code) for v in range(1, len(VILLAGES) + 1))
    yield f"{COUNTY}401", "示例林场", "镇街", COUNTY


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def write(name, head, rows):
    with open(OUT / name, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows])


def main():
    rows = [complete(n, *station) for n, station in enumerate(stations(), 1)]
    kinds, services = ({row[0]: row for row in read(OUT / name)} for name in ("types.csv", "services.csv"))
    assert len(rows) == len({row["编号"] for row in rows}) == 200, len(rows)
    for row in rows:
        assert set(row) == set(HEAD) and row["层级"] in kinds[row["类型"]][1] and set(row["服务"].split(";")) <= set(services), row
    write("areas.csv", AREA_HEAD, ([*row, *[""] * 9][:len(AREA_HEAD)] for row in areas()))
    write("stations.csv", HEAD, ([row[key] for key in HEAD] for row in rows))
    standing = [row["类型"] for row in rows if row["状态"] in ("正常", "暂停")]
    counted = [("centers", "救助保护中心"), ("stations", "未保工作站"), ("points", "工作点"), ("homes", "儿童之家")]
    write("figures.csv", "编号,名称,数值,限定,单位,地方,截至,来源,类别,核验,口径".split(","), (
        (f"demo-{id}", kind, standing.count(kind), "", "个", COUNTY, TODAY, SOURCE, "公布", TODAY, "虚构。数的是站点表里的行，不含筹建和撤销的。")
        for id, kind in counted))
    if CALENDAR.exists():
        write("calendar.csv", ["日期", "类别", "名称"], read(CALENDAR))


if __name__ == "__main__":
    main()
