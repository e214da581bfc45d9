/** Unit words and symbols → English unit name in the singular. Symbols that are words too ("in", "a") are left out. */
export const UNITS: Readonly<Record<string, string>> = Object.fromEntries(
  `metre:m metre metres meter meters|kilometre:km kms kilometre kilometres kilometer kilometers|centimetre:cm centimetre centimetres centimeter centimeters
millimetre:mm millimetre millimetres millimeter millimeters|decimetre:dm decimetre decimetres decimeter decimeters|micrometre:µm micrometre micrometer micrometers|nanometre:nm nanometre nanometres nanometer nanometers|picometre:pm picometre picometres picometer picometers
mile:mi mile miles|yard:yd yds yard yards|foot:ft foot feet|inch:inch inches|nautical mile:nmi
gram:g gram grams gramme grammes|kilogram:kg kgs kilogram kilograms kilo kilos kilogramme|milligram:mg milligram milligrams|microgram:mcg µg microgram micrograms
tonne:tonne tonnes|ton:ton tons|pound:lb lbs|ounce:oz ounce ounces|stone:stone|dram:dram drams|carat:carat carats
litre:l litre litres liter liters|millilitre:ml millilitre millilitres milliliter milliliters|gallon:gal gallon gallons|pint:pint pints|quart:quart quarts|barrel:bbl barrel barrels|bushel:bushel bushels|tablespoon:tablespoon tablespoons tbsp|teaspoon:teaspoon teaspoons tsp|cup:cup cups
hectare:ha hectare hectares|acre:acre acres
second:sec secs second seconds|minute:min mins minute minutes|hour:hr hrs hour hours h|day:day days|week:week weeks|month:month months|year:yr yrs year years|decade:decade decades|century:century centuries|millisecond:ms millisecond milliseconds
bit:bit bits|byte:byte bytes|kilobyte:kb kilobyte kilobytes|megabyte:mb megabyte megabytes|gigabyte:gb gigabyte gigabytes|terabyte:tb terabyte terabytes|megabit:mbit megabit megabits|gigabit:gbit gigabit gigabits
watt:w watt watts|kilowatt:kw kilowatt kilowatts|megawatt:mw megawatt megawatts|gigawatt:gw gigawatt gigawatts|kilowatt-hour:kwh|megawatt-hour:mwh|gigawatt-hour:gwh|horsepower:hp horsepower|joule:joule joules|calorie:calorie calories|kilocalorie:kcal
volt:volt volts|ampere:amp amps ampere amperes|hertz:hz hertz|kilohertz:khz kilohertz|megahertz:mhz megahertz|gigahertz:ghz gigahertz|decibel:db decibel decibels|radian:radian radians|pascal:pascal pascals|bar:bar|psi:psi
mile per hour:mph|kilometre per hour:kmh kph kmph|knot:knot knots
celsius:celsius celcius centigrade centigrate c|fahrenheit:fahrenheit farenheit f|kelvin:kelvin|basis point:bps`
    .split(/[|\n]/)
    .flatMap((row) => {
      const [name, words] = row.split(':') as [string, string];
      return words.split(' ').map((word) => [word, name] as const);
    }),
);

/** Units that are letters: only attached to digits ("20m") or after a hyphen. */
export const LETTER_UNITS: ReadonlySet<string> = new Set([
  'm',
  'g',
  'l',
  'h',
  'w',
  'c',
  'f',
  'mi',
  'ha',
  'min',
  'db',
]);

/** Percentages. */
export const PERCENT_WORDS: ReadonlySet<string> = new Set(['percent', 'percents', 'pct', 'percentage', '%']);
