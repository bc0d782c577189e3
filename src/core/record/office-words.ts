/** Words by which a label is of an office of a state. */
export const OFFICIAL_WORDS =
  /(?:\b(?:minist\w|authorit\w|(?:president|governor|mayor|police|army|military|government|officials?|command|investigators?|detectives?|inspectors?|coast guard|navy|intelligence|envoy|embassy|fbi|cia|nsa|cisa|mi5|mi6|ncsc|fsb|europol|interpol)\b)|وزار|وزير|رئيس|محافظ|شرط|الجيش|حكوم|سلطات|مسؤول|قياد|خفر السواحل|مخابرات|استخبارات|سفار|محقق|(?<!ال)(?:عسكري|أمني)(?:ا|ون|ين)?(?!\p{L}))/iu;

/** Of a court or a prosecution. */
export const LEGAL_WORDS =
  /(?:\b(?:prosecut\w|(?:courts?|judges?|tribunal|indictment|attorney|magistrate|jury)\b)|نياب|محكم|قاض|القضاء|المدعي|ادعاء عام|لائحة)/iu;

/** Of those who examine traces, and of traces. */
export const TECHNICAL_WORDS =
  /(?:\b(?:forensic|laborator\w|ballistic|ip address|code overlap|(?:malware|researchers?|cert|fingerprints?|dna|security firm|security company|cyber\w*|threat intelligence|incident responder|loss assessor|explosives expert|analysis of the|metadata)\b)|مختبر|أمن المعلومات|الأمن السيبراني|خبير متفجرات|خبير المتفجرات|الأدلة الجنائية|الطب الشرعي|بصمات|تحليل|باحث|برمجيات خبيثة|شركة أمن)/iu;
