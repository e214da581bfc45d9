/** Sources of regular expressions (case-insensitive) for dates and clock times as news pages write them. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
export const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?';
export const CLOCK =
  '\\d{1,2}(?:[:.]\\d{2}){0,2}(?:\\s?[ap]\\.?m\\.?)?(?:\\s?(?:[A-Z]{1,5}T|GMT|UTC|BST)(?:[+-]\\d{1,2})?)?';
/** Month names and short forms, lower case without stop, by number. */
export const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
/** What an issue's date may stand behind besides names: "Evening edition, 9 March 2034", "Coast branch, 9 March 2034". */
export const ISSUE_WORDS =
  '(?:edition|issue|printing|branch|office|bureau|desk)|morning|evening|late|early|final|weekend|special|no\\.?|vol\\.?|\\d{1,5}(?:,\\d{3})?,?';
