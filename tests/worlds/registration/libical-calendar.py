"""A calendar that libical keeps: it parses each message, checks it against the restrictions of RFC 5546, classifies it
against the entry that it is about, and takes it or leaves it. Reads {"user": ADDRESS, "messages": [TEXT]} and writes one
line of JSON a message. libical is other people's: what it says of our calendars is what a calendar program sees."""

import ctypes
import ctypes.util
import json
import sys


def library(name, *functions):
    found = ctypes.util.find_library(name)
    if found is None:
        sys.exit(f"lib{name} is not installed: apt install libical3, or brew install libical")
    loaded = ctypes.CDLL(found)
    for function, result, arguments in functions:
        getattr(loaded, function).restype = result
        getattr(loaded, function).argtypes = arguments
    return loaded


POINTER, TEXT, NUMBER = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
ical = library(
    "ical",
    ("icalparser_parse_string", POINTER, [TEXT]),
    ("icalrestriction_check", NUMBER, [POINTER]),
    ("icalcomponent_count_errors", NUMBER, [POINTER]),
    ("icalcomponent_get_inner", POINTER, [POINTER]),
    ("icalcomponent_get_uid", TEXT, [POINTER]),
    ("icalcomponent_get_sequence", NUMBER, [POINTER]),
    ("icalcomponent_get_status", NUMBER, [POINTER]),
    ("icalcomponent_as_ical_string", TEXT, [POINTER]),
    ("icalproperty_enum_to_string", TEXT, [NUMBER]),
    ("icalproperty_status_to_string", TEXT, [NUMBER]),
)
icalss = library("icalss", ("icalclassify", NUMBER, [POINTER, POINTER, TEXT]))

LEAVES = {"OBSOLETE", "MISSEQUENCED", "MALFORMED", "UNKNOWN"}

asked = json.load(sys.stdin)
entries = {}
for message in asked["messages"]:
    calendar = ical.icalparser_parse_string(message.encode())
    sound = ical.icalrestriction_check(calendar) == 1 and ical.icalcomponent_count_errors(calendar) == 0
    event = ical.icalcomponent_get_inner(calendar)
    uid = ical.icalcomponent_get_uid(event).decode()
    found = icalss.icalclassify(calendar, entries.get(uid), asked["user"].encode())
    name = ical.icalproperty_enum_to_string(found).decode()
    if name not in LEAVES:
        entries[uid] = calendar
    kept = entries.get(uid)
    inner = ical.icalcomponent_get_inner(kept) if kept else None
    status = ical.icalproperty_status_to_string(ical.icalcomponent_get_status(inner)) if inner else None
    sequence = ical.icalcomponent_get_sequence(inner) if inner else None
    told = {"sound": sound, "class": name, "sequence": sequence, "status": status and status.decode()}
    print(json.dumps(told))
