/**
 * Names of months besides English, lower case without accents and stops, by the English name, January first: German,
 * French, Spanish, Italian, Portuguese.
 */
export const MONTH_NAMES: { readonly [english: string]: readonly string[] } = {
  January: ['januar', 'janner', 'janvier', 'janv', 'enero', 'ene', 'gennaio', 'janeiro'],
  February: ['februar', 'feber', 'fevrier', 'fevr', 'febrero', 'febbraio', 'fevereiro'],
  March: ['marz', 'marzo', 'mars', 'marco'],
  April: ['april', 'aprile', 'avril', 'avr', 'abril', 'abr'],
  May: ['mai', 'maio', 'mayo', 'maggio'],
  June: ['juni', 'juin', 'junio', 'giugno', 'junho'],
  July: ['juli', 'juillet', 'juil', 'julio', 'luglio', 'julho'],
  August: ['august', 'aout', 'agosto', 'ago'],
  September: ['september', 'septembre', 'septiembre', 'setiembre', 'settembre', 'setembro'],
  October: ['oktober', 'okt', 'octobre', 'octubre', 'ottobre', 'outubro'],
  November: ['november', 'novembre', 'noviembre', 'novembro'],
  December: ['dezember', 'dez', 'decembre', 'diciembre', 'dic', 'dicembre', 'dezembro'],
};
