/** Names of months besides English, lower case without accents and stops: German, French, Spanish, by the English name. */
export const MONTH_NAMES: { readonly [english: string]: readonly string[] } = {
  January: ['januar', 'janner', 'janvier', 'janv', 'enero', 'ene'],
  February: ['februar', 'feber', 'fevrier', 'fevr', 'febrero'],
  March: ['marz', 'mars', 'marzo'],
  April: ['april', 'avril', 'avr', 'abril', 'abr'],
  May: ['mai', 'mayo'],
  June: ['juni', 'juin', 'junio'],
  July: ['juli', 'juillet', 'juil', 'julio'],
  August: ['august', 'aout', 'agosto', 'ago'],
  September: ['september', 'septembre', 'septiembre', 'setiembre'],
  October: ['oktober', 'okt', 'octobre', 'octubre'],
  November: ['november', 'novembre', 'noviembre'],
  December: ['dezember', 'dez', 'decembre', 'diciembre', 'dic'],
};
