"""Strings that each format may take or not: where readers of a standard come to differ."""

NIL = "00000000-0000-0000-0000-000000000000"
HEADER = "eyJhbGciOiJIUzI1NiJ9"  # {"alg":"HS256"}
TYPED = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"  # {"alg":"HS256","typ":"JWT"}

DATES = ["2023-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "2100-02-29", "2024-02-30", "2024-04-31",
         "2024-13-01", "2024-00-10", "2024-01-00", "2024-01-32", "24-01-01", "2024-1-1", "+2024-01-01",
         "0000-01-01", "02024-01-01"]
TIMES = ["24:00:00", "23:59:60", "23:60:00", "23:59", "1:00:00", "00:00:00", "12:00:00.", "12:00:00,5",
         "12:00:00.123", "12:00:00.1234567891", "12:00:00Z", "12:00:00.000"]
IPS = ["256.1.1.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "0.0.0.0", "255.255.255.255", "1.2.3.", "1.2.3.4 ", "::",
       "::1", "1::", "1::2::3", ":1", "::ffff:1.2.3.4", "::ffff:1.2.3.456", "1:2:3:4:5:6:1.2.3.4",
       "1:2:3:4:5:6:7:1.2.3.4", "fe80::1%eth0", "12345::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8:9",
       "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "ABCD::ef", "g::", "64:ff9b::1.2.3.4", "1:2:3:4:5:6:7",
       "0:0:0:0:0:0:0:0001"]
CIDRS = ["1.2.3.4/0", "1.2.3.4/32", "1.2.3.4/33", "1.2.3.4/08", "1.2.3.4/-1", "1.2.3.4", "1.2.3.4/", "::/0",
         "::/128", "::/129", "::1/64", "1::/001", "1.2.3.4/24/24", "::ffff:1.2.3.4/96", "fe80::1%1/64"]
ZONES = ["Z", "z", "", "+00:00", "-00:00", "+0000", "+00", "+24:00", "+23:60", "+1:00", " Z", "+14:00",
         "-1130"]

ODD: dict[str, list[str]] = {
    "email": ["a@b.co", "a@b", "a@b.c", "a.@b.co", ".a@b.co", "a..b@b.co", "a@b..co", "a@-b.co", "a@b-.co",
              "a'b@c.de", "a+b@c.de", "a b@c.de", '"a"@b.co', "a@b_c.de", "a@[1.2.3.4]", "a@1.2.3.4", "a@b.c0",
              "A_-@B.CO", "a@b.co.", "@b.co", "a@", "a@b@c.de", "ä@b.co", "a@ä.at", "a@b.xn--p1ai", "a!b@c.de",
              "+@b.co", "'@b.co", "-@b.co"],
    "url": ["http://", "http:", "http:a", "http:///a", "//a.b", "a.b", "mailto:a@b.c", "mailto:", "urn:x", "a:",
            "1a:b", "a+b-c.d:x", "http://[::1]/", "http://[::1", "http://[::g]", "http://1.2.3",
            "http://256.1.1.1", "http://0x7f.1", "http://a:80", "http://a:65535", "http://a:65536", "http://a:",
            "http://a:b", "http://u:p@h/", "http://@h", "http://u@", "HTTP://A.B", "http://a b",
            "http://a%41.b", "http://a%00b", "http://a_b.c", "http://ä.at", "http://xn--a",
            "http://xn--bcher-kva.de", "http://a..b", "http://.", "http://a<b", "http://a^b", "http://a|b",
            " http://a ", "\thttp://a\n", "ht\ntp://a", "http:\\\\a", "http://a\\b", "file:///x", "file:x",
            "file://h/x", "javascript:0", "data:,x", "blob:http://a", "http://a?b#c", "http://?a", "http://#a",
            "ws://a", "http://\u3002", "http://a\u00adb", "http://☃.net", "https://a:443/", "non-special://a b",
            "x://[::1", "x://:80", "http://０"],
    "emoji": ["😀", "❤", "❤️", "☺", "7", "#", "*", "123", "👩‍👩‍👧", "🇦🇹", "\u200d", "\ufe0f", "🏽", "©", "😀a",
              "😀 ", "a", "", "\U0001f8ff", "\u20e3", "🫨", "〰", "\U000e0062", "🄰", "\U0001fb00"],
    "uuid": [NIL, "ffffffff-ffff-ffff-ffff-ffffffffffff", "FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF",
             NIL.replace("-", ""), "{" + NIL + "}", "urn:uuid:" + NIL, NIL[:-1], NIL + "0", "g" + NIL[1:],
             "0" + NIL, "123e4567-e89b-92d3-a456-426614174000", "123e4567-e89b-12d3-f456-426614174000"],
    "nanoid": ["a" * 20, "a" * 21, "a" * 22, "a" * 20 + "+", "-_" * 10 + "0", "a" * 20 + "ä"],
    "cuid": ["c", "c1234567", "c12345678", "C12345678", "d12345678", "c1234 678", "c1234-678", "cäöüßäöüß",
             "c_______!", "c\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0", "c😀😀😀😀", "c\ufeff2345678"],
    "cuid2": ["", "a", "A", "1", "a-b", "a_b", "abc "],
    "ulid": ["0" * 26, "0" * 25, "0" * 27, "7" + "Z" * 25, "8" + "Z" * 25, "I" * 26, "L" * 26, "O" * 26, "U" * 26,
             "z" * 26, "i" * 26, "\u212a" + "0" * 25],
    "base64": ["", "A", "AA", "AA=", "AA==", "AAA=", "AAAA", "A===", "====", "AA==AA==", "AB==", "A-==",
               "A_A=", "AAAA\n", "+/+/", "AAA=AAAA", "AAAAA", " AAA"],
    "base64url": ["", "A", "AA", "AA=", "AA==", "AAA", "AAA=", "AAAA", "A===", "-_-_", "+/+/", "AAAAA",
                  "AAAA=", "AB"],
    "date": DATES,
    "time": TIMES,
    "datetime": [f"{day}T12:00:00Z" for day in DATES] + [f"2020-01-01T{time}Z" for time in TIMES]
    + [f"2020-01-01T00:00:00{zone}" for zone in ZONES] + [f"2020-01-01T00:00:00.123{zone}" for zone in ZONES]
    + ["2020-01-01t00:00:00Z", "2020-01-01 00:00:00Z", "2020-01-01", "2020-01-01T", "2020-01-01T00:00Z"]
    + ["2020-01-01T00:00"],
    "duration": ["P", "PT", "P1Y2M3DT4H5M6S", "P1Y2M3W4DT5H6M7S", "P1W", "P1W1D", "P1.5D", "P1,5D", "PT1.5S",
                 "PT1.5H", "p1d", "P1YT", "P-1D", "-P1D", "+P1D", "--P1D", "P1D ", "1D", "P1H", "PT1D", "P0D",
                 "P1M1Y", "PT1S1M", "P1YT1S", "P01D", "PT0.5M", "PT.5S", "PT1.S"],
    "ip": IPS,
    "cidr": CIDRS + [f"{ip}/24" for ip in IPS],
    "jwt": [f"{HEADER}.e30.x", f"{TYPED}.e30.x", f"{HEADER}..", f"{HEADER}.e30.", f"{HEADER}.e30",
            f"{HEADER}.e30.x.y", "a.b.c", "..", "e30.e30.x", f"{HEADER}=.e30.x", f"{HEADER}.e3 0.x",
            "bnVsbA.e30.x", "W10.e30.x", f" {HEADER}.e30.x", "eyJhbGciOjF9.e30.x", "eyJhbGciOiIifQ.e30.x",
            "eyJhbGciOiJub25lIn0.e30.x", f"{HEADER}.e30.+", f"{HEADER}.ä.x"],
}
