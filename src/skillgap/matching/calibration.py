"""Fitted numbers, written by `benchmarks/calibrate_matching.py`: change that."""

from types import MappingProxyType

from skillgap.matching.decide import Calibration
from skillgap.matching.retrieval import Reach

SKILL = Calibration(
    feature_weights=(
        7.0132,  # letters
        -0.7971,  # sorted letters
        0.7533,  # opening letters
        1.7224,  # query covered
        1.4120,  # name covered
        -1.2178,  # query covered by the same words
        -0.1133,  # last word
        -0.2366,  # first word
        -1.5944,  # number missing in name
        -0.9072,  # number missing in query
        1.5743,  # symbols differ
        6.1958,  # query is initials
        3.6936,  # name is initials
        2.5210,  # one begins the other
        -0.6903,  # alias
        -1.6070,  # derived
        1.9140,  # length
        -4.0282,  # same key
        0.8069,  # same words
        -4.6400,  # weightiest word left over in query
        -1.1307,  # weightiest word left over in name
        6.3202,  # entry's other names
        2.1469,  # names of entry
        -4.1324,  # short query letters
        0.2623,  # one-word letters
        -2.8811,  # all of query in name
        -0.1568,  # all of name in query
        -3.9288,  # words left over in name
        -1.5120,  # words left over in query
        3.6704,  # words left over in both
        0.2926,  # near spelling
        5.0721,  # nearest spelling
    ),
    sign_weights=(
        1.8282,  # best name: letters
        -0.4739,  # best name: sorted letters
        0.8840,  # best name: opening letters
        2.7928,  # best name: query covered
        -0.2455,  # best name: name covered
        -0.2281,  # best name: query covered by the same words
        0.2435,  # best name: last word
        0.1494,  # best name: first word
        -0.0103,  # best name: number missing in name
        -1.0884,  # best name: number missing in query
        0.2971,  # best name: symbols differ
        3.1215,  # best name: query is initials
        2.2430,  # best name: name is initials
        0.3308,  # best name: one begins the other
        -0.0531,  # best name: alias
        -0.5554,  # best name: derived
        0.8839,  # best name: length
        -0.9101,  # best name: same key
        -0.8723,  # best name: same words
        1.0821,  # best name: weightiest word left over in query
        1.4212,  # best name: weightiest word left over in name
        0.5892,  # best name: entry's other names
        -1.1191,  # best name: names of entry
        -1.9054,  # best name: short query letters
        -0.8584,  # best name: one-word letters
        -0.7377,  # best name: all of query in name
        -1.2886,  # best name: all of name in query
        -1.9649,  # best name: words left over in name
        0.9843,  # best name: words left over in query
        -0.3362,  # best name: words left over in both
        1.5433,  # best name: near spelling
        -0.3523,  # best name: nearest spelling
        0.1932,  # agreement
        0.3087,  # lead over the second
        0.0034,  # lead over the third
        0.6799,  # share of all agreement
        0.5549,  # logarithm of the share
        -0.3392,  # query length
        -0.7919,  # query words
        -1.6976,  # query is one word
        0.7468,  # query of at most two letters
        2.2368,  # query of three letters
        1.5190,  # query of four letters
        0.6075,  # names of the entry compared
        1.3201,  # letters squared
        7.3535,  # covered both ways
        -6.9603,  # covered and letters
        1.1966,  # letters of one long word
        0.9478,  # letters of the best other entry
        0.8625,  # letters ahead of the best other entry
        0.1383,  # lead and name covered
        0.1068,  # lead and letters
        0.0858,  # lead and query covered
        0.8110,  # whole derived name
    ),
    intercept=-5.8665,
    accept=0.95,
    ask=0.5,
    takes_slips_only=False,
    reach=Reach(10, 6, 400),
)

ROLE = Calibration(
    feature_weights=(
        1.9420,  # letters
        1.1486,  # sorted letters
        1.6103,  # opening letters
        0.9894,  # query covered
        1.8165,  # name covered
        -2.4540,  # query covered by the same words
        1.1823,  # last word
        0.4220,  # first word
        -3.2877,  # number missing in name
        0.8183,  # number missing in query
        -3.1249,  # symbols differ
        0.0000,  # query is initials
        -0.8396,  # name is initials
        -3.0089,  # one begins the other
        -0.9733,  # alias
        -2.7475,  # derived
        0.0796,  # length
        -6.1060,  # same key
        -3.0770,  # same words
        -2.1341,  # weightiest word left over in query
        -0.1377,  # weightiest word left over in name
        8.6887,  # entry's other names
        -0.5162,  # names of entry
        -4.2607,  # short query letters
        5.8647,  # one-word letters
        -0.3382,  # all of query in name
        0.0140,  # all of name in query
        -0.3017,  # words left over in name
        -0.4077,  # words left over in query
        1.7845,  # words left over in both
        3.5136,  # near spelling
        2.6079,  # nearest spelling
    ),
    sign_weights=(
        1.1267,  # best name: letters
        -0.2896,  # best name: sorted letters
        1.9955,  # best name: opening letters
        0.2078,  # best name: query covered
        0.6551,  # best name: name covered
        0.7661,  # best name: query covered by the same words
        -0.2465,  # best name: last word
        -0.3730,  # best name: first word
        -2.7389,  # best name: number missing in name
        -0.6169,  # best name: number missing in query
        0.0000,  # best name: symbols differ
        0.0000,  # best name: query is initials
        0.0000,  # best name: name is initials
        1.0807,  # best name: one begins the other
        0.0570,  # best name: alias
        -1.1474,  # best name: derived
        -0.3346,  # best name: length
        0.0000,  # best name: same key
        0.5863,  # best name: same words
        0.0638,  # best name: weightiest word left over in query
        0.7785,  # best name: weightiest word left over in name
        -2.8392,  # best name: entry's other names
        -0.4525,  # best name: names of entry
        -1.5242,  # best name: short query letters
        -3.0604,  # best name: one-word letters
        0.6214,  # best name: all of query in name
        0.0051,  # best name: all of name in query
        -0.2502,  # best name: words left over in name
        -0.5623,  # best name: words left over in query
        -0.4073,  # best name: words left over in both
        -0.9201,  # best name: near spelling
        -1.2570,  # best name: nearest spelling
        2.2001,  # agreement
        -0.1658,  # lead over the second
        0.3970,  # lead over the third
        0.9819,  # share of all agreement
        0.7250,  # logarithm of the share
        -0.3844,  # query length
        0.4987,  # query words
        -1.6423,  # query is one word
        0.0000,  # query of at most two letters
        -0.6904,  # query of three letters
        2.5445,  # query of four letters
        -0.0334,  # names of the entry compared
        0.0410,  # letters squared
        -0.1699,  # covered both ways
        -2.7676,  # covered and letters
        0.9217,  # letters of one long word
        0.2490,  # letters of the best other entry
        0.8235,  # letters ahead of the best other entry
        0.2958,  # lead and name covered
        0.1398,  # lead and letters
        -0.0776,  # lead and query covered
        -0.1875,  # whole derived name
    ),
    intercept=-3.4637,
    accept=0.9,
    ask=0.5,
    takes_slips_only=True,
    reach=Reach(40, 25, 5000),
)

CALIBRATIONS = MappingProxyType({"skill": SKILL, "role": ROLE})
