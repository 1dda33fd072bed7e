"""Fitted numbers, written by `benchmarks/calibrate_matching.py`: change that."""

from types import MappingProxyType

from skillgap.matching.decide import Calibration

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
        1.7296,  # best name: letters
        -0.5984,  # best name: sorted letters
        0.8298,  # best name: opening letters
        2.5668,  # best name: query covered
        0.0420,  # best name: name covered
        -0.2114,  # best name: query covered by the same words
        0.2520,  # best name: last word
        0.1652,  # best name: first word
        0.0310,  # best name: number missing in name
        -1.0962,  # best name: number missing in query
        0.3319,  # best name: symbols differ
        3.0178,  # best name: query is initials
        2.2909,  # best name: name is initials
        0.3501,  # best name: one begins the other
        -0.0497,  # best name: alias
        -0.5444,  # best name: derived
        0.8849,  # best name: length
        -0.9405,  # best name: same key
        -0.8119,  # best name: same words
        1.1009,  # best name: weightiest word left over in query
        1.3178,  # best name: weightiest word left over in name
        0.6211,  # best name: entry's other names
        -1.0672,  # best name: names of entry
        -1.7555,  # best name: short query letters
        -0.8692,  # best name: one-word letters
        -0.7042,  # best name: all of query in name
        -1.3181,  # best name: all of name in query
        -1.8598,  # best name: words left over in name
        0.8091,  # best name: words left over in query
        -0.1905,  # best name: words left over in both
        1.4357,  # best name: near spelling
        -0.1653,  # best name: nearest spelling
        0.2032,  # agreement
        0.2469,  # lead over the second
        0.0077,  # lead over the third
        -0.0344,  # share of all agreement
        0.9398,  # logarithm of the share
        -0.2981,  # query length
        -0.7850,  # query words
        -1.5927,  # query is one word
        0.6940,  # query of at most two letters
        2.1984,  # query of three letters
        1.4433,  # query of four letters
        0.5930,  # names of the entry compared
        1.0165,  # letters squared
        7.2368,  # covered both ways
        -6.5438,  # covered and letters
        1.1705,  # letters of one long word
        0.8639,  # letters of the best other entry
        0.8293,  # letters ahead of the best other entry
        0.0893,  # lead and name covered
        0.2241,  # lead and letters
        0.0615,  # lead and query covered
        0.6767,  # whole derived name
    ),
    intercept=-5.2185,
    accept=0.965,
    ask=0.5,
    takes_spellings_only=False,
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
        1.1313,  # best name: letters
        -0.3459,  # best name: sorted letters
        1.8276,  # best name: opening letters
        0.2361,  # best name: query covered
        0.8333,  # best name: name covered
        0.8449,  # best name: query covered by the same words
        -0.2527,  # best name: last word
        -0.3697,  # best name: first word
        -2.6882,  # best name: number missing in name
        -0.6189,  # best name: number missing in query
        0.0000,  # best name: symbols differ
        0.0000,  # best name: query is initials
        0.0000,  # best name: name is initials
        1.1268,  # best name: one begins the other
        0.0576,  # best name: alias
        -1.1200,  # best name: derived
        -0.3160,  # best name: length
        0.0000,  # best name: same key
        0.6206,  # best name: same words
        0.0202,  # best name: weightiest word left over in query
        0.7830,  # best name: weightiest word left over in name
        -2.9024,  # best name: entry's other names
        -0.4238,  # best name: names of entry
        -1.4765,  # best name: short query letters
        -2.9593,  # best name: one-word letters
        0.5869,  # best name: all of query in name
        -0.0227,  # best name: all of name in query
        -0.2761,  # best name: words left over in name
        -0.4859,  # best name: words left over in query
        -0.4168,  # best name: words left over in both
        -0.8835,  # best name: near spelling
        -1.2289,  # best name: nearest spelling
        2.2607,  # agreement
        -0.0830,  # lead over the second
        0.3707,  # lead over the third
        0.7741,  # share of all agreement
        0.8232,  # logarithm of the share
        -0.3746,  # query length
        0.4785,  # query words
        -1.6685,  # query is one word
        0.0000,  # query of at most two letters
        -0.6184,  # query of three letters
        2.5516,  # query of four letters
        -0.0431,  # names of the entry compared
        -0.0555,  # letters squared
        -0.3257,  # covered both ways
        -2.6858,  # covered and letters
        0.8488,  # letters of one long word
        0.2946,  # letters of the best other entry
        0.8001,  # letters ahead of the best other entry
        0.2519,  # lead and name covered
        0.1998,  # lead and letters
        -0.1115,  # lead and query covered
        -0.1929,  # whole derived name
    ),
    intercept=-3.3317,
    accept=0.9,
    ask=0.5,
    takes_spellings_only=True,
)

CALIBRATIONS = MappingProxyType({"skill": SKILL, "role": ROLE})
