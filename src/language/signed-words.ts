/**
 * How pages open and label the lines that say who wrote an account and when: sources of case-insensitive regular
 * expressions in English, German, French, Spanish, Italian and Portuguese. Lists of openings after trafilatura
 * (`author_regex`) and htmldate (`DATE_EXPRESSIONS`, `TEXT_PATTERNS`), both Apache-2.0.
 */

/** Right before a name; where a word that is no name may follow too, only what reads as a name counts. */
export const SIGNED_BY =
  '(?:(?:written|posted|published|reported|created|submitted|added|story|text|words|report|article) )?by|(?:(?:geschrieben|verfasst|veröffentlicht|ein beitrag|text) )?von|(?:(?:publié|écrit|rédigé|texte) )?par|(?:(?:publicado|escrito|texto) )?por|(?:scritto|pubblicato) da|(?:a cura|articolo) di';

/** The same with a colon. */
export const SIGNED_LABELS =
  'authors?|writers?|reporters?|reporting|text|words|story|from|autor(?:in|en|es|a)?|verfasser(?:in)?|auteur(?:e|s)?|texte|texto|autore|testo|redator(?:a)?|текст|автор|기자|文';

/** Before the day of first publication. */
export const PUBLISHED =
  '(?:first |last |originally )?(?:published|posted|created|issued|date)|veröffentlicht|publiziert|erstellt|erschienen|datum|stand|publié(?:e)?|mis en ligne|paru|publicado|publicada|fecha|pubblicato|data|publicação|publicação em';

/** Before the day of a later change. */
export const UPDATED =
  '(?:last )?(?:updated|modified|edited|changed)|aktualisiert|geändert|mis(?:e)? à jour|modifié|actualizado|actualizada|modificado|aggiornato|atualizado';

/** Small words between a label, a name and a date. */
export const DATE_PARTICLES = 'on|at|am|um|le|à|el|a las|il|alle|em|às|uhr|h|den|der';

/** Days of the week besides English, whole and short. */
export const WEEKDAYS_ABROAD =
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira';

/** A whole name that is a role of the newsroom, an account or a link, and nobody's. */
export const NOBODY =
  "(?:the |your )?(?:[\\p{L}.&’'-]+ ){0,3}?(?:staff(?: (?:reports?|reporters?|writers?|correspondents?|and (?:wire|agenc(?:y|ies))(?: (?:reports?|services?))?))?|news ?room|news ?desk|web ?desk|desk|editors?|editorial(?: (?:board|team|staff))?|team|web ?team|correspondents?|reporters?|admin(?:istrator)?|web ?master|users?|guests?|guest (?:authors?|writers?|posts?)|anonymous|unknown|contributors?|wire (?:reports?|services?)|news services?|agencies|redaktion|online-redaktion|rédaction|la rédaction|redacción|redazione|redação)|(?:view|see|read|more|follow|about|contact|show|all|share|post|posts|comments?|subscribe|sign)\\b.*";
