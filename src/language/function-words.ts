const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** The commonest function words of languages that news is written in, by ISO 639-1 code: enough to tell them apart. */
export const FUNCTION_WORDS_BY_LANGUAGE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'en',
    words(
      'the of and to in a is that for on with was as by it at from be this are has have said not but his they which will',
    ),
  ],
  [
    'de',
    words(
      'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei',
    ),
  ],
  [
    'fr',
    words(
      'le la les de des et à en un une du que est pour qui dans par pas sur au plus avec ce il se sont a été aux cette ont',
    ),
  ],
  [
    'es',
    words(
      'de la que el en y a los se del las un por con una su para es al lo como más pero sus le ha o este sí fue son',
    ),
  ],
  [
    'it',
    words(
      'di che è e la il un a per non in una del si sono con da della i le dei al ha nel gli alla anche più',
    ),
  ],
  [
    'pt',
    words(
      'de que e o a do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem à seu',
    ),
  ],
  [
    'nl',
    words(
      'de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog door naar heeft ze wordt',
    ),
  ],
  [
    'sv',
    words(
      'och i att det som en på är av för med den till inte har de om ett var jag men sig så från vi kan nu',
    ),
  ],
  [
    'pl',
    words('w i na z do się nie to że jest o jak po co tak za od ale przez jego czy był było dla może być ma'),
  ],
]);
