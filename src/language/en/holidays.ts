import { lookup } from '../lookup.js';

/**
 * Days with a name: `MM-DD`; `MM-nW` the nth weekday W (Monday 1 to Sunday 7) of a month, n = -1 the last; `E±n` days from
 * Easter Sunday. Names in lower case, without "the".
 */
export const HOLIDAYS: Readonly<Record<string, string>> = lookup({
  'christmas day': '12-25',
  christmas: '12-25',
  'christmas eve': '12-24',
  'boxing day': '12-26',
  "new year's day": '01-01',
  "new year's eve": '12-31',
  "valentine's day": '02-14',
  "st. patrick's day": '03-17',
  "st patrick's day": '03-17',
  "april fools' day": '04-01',
  'may day': '05-01',
  juneteenth: '06-19',
  'independence day': '07-04',
  'bastille day': '07-14',
  halloween: '10-31',
  'veterans day': '11-11',
  'armistice day': '11-11',
  'martin luther king jr. day': '01-3-1',
  'martin luther king day': '01-3-1',
  "presidents' day": '02-3-1',
  'presidents day': '02-3-1',
  'memorial day': '05--1-1',
  "mother's day": '05-2-7',
  "father's day": '06-3-7',
  'labor day': '09-1-1',
  'columbus day': '10-2-1',
  "indigenous peoples' day": '10-2-1',
  'thanksgiving day': '11-4-4',
  thanksgiving: '11-4-4',
  'good friday': 'E-2',
  'easter sunday': 'E0',
  'easter monday': 'E1',
  easter: 'E0',
  'ash wednesday': 'E-46',
  'palm sunday': 'E-7',
});

/** Most words in a name of this table. */
export const LONGEST_HOLIDAY = 5;
