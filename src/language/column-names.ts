/**
 * Names of columns by what they tell, compared without case, accents, spaces and punctuation. The first of the list that
 * a row fills counts. Left out on purpose: names that mean several things ("article", "reporter", "timestamp").
 */
export const COLUMN_NAMES = {
  text: `full text, text, article text, body text, article body, body, textual content, text content, content, plain text,
    Volltext, Artikeltext, Wortlaut, Inhalt, texte intégral, texte, corps du texte, corps, contenu,
    texto completo, texto, cuerpo, contenido`,
  html: 'html, body html, content html, html content, raw html',
  title: `headline, title, article title, upload title, Überschrift, Schlagzeile, Titel, titre, titular, título`,
  outlet: `outlet, publisher, publication, publication title, media name, media outlet, news outlet, newspaper, source,
    source name, Medium, Zeitung, Quelle, média, journal, medio, periódico, diario, fuente`,
  url: `url, link, article url, story url, web address, permalink, canonical url, Webadresse, Internetadresse, lien,
    adresse web, enlace, vínculo, dirección web`,
  published: `publish date, published, date published, publication date, published date, published at, published on,
    pub date, upload timestamp, date, Veröffentlicht, Veröffentlicht am, Veröffentlichungsdatum, Erschienen,
    Erschienen am, Erscheinungsdatum, Datum, date de publication, publié, publié le, date de parution, paru le,
    fecha de publicación, publicado, publicado el, fecha`,
  byline: `byline, author, authors, by, Autor, Autorin, Autoren, Verfasser, auteur, autrice, auteurs, autora, autores`,
  language: 'language, lang, Sprache, langue, idioma, lengua',
  status: 'status, publication status, statut, estado',
  id: `id, ref, identifier, article id, story id, stories id, document id, Kennung, identifiant, identificador`,
  captured: `captured, captured at, capture date, archive date, archived at, archived on, date archived, Archivdatum,
    archiviert am, date d'archivage, archivé le, fecha de archivo, archivado el`,
} as const;
