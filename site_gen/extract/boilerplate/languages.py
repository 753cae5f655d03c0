"""Rules for boilerplate in other languages."""
# ruff: noqa: E501  (a wording is kept on one line to be searchable)

from site_gen.extract.boilerplate.rule import LONG, Rule, Words, rule, words_of

_CALL = words_of("calls_abroad")

_COOKIES = words_of("cookies_abroad")

RULES: tuple[Rule, ...] = (
    rule(
        "other language",
        "end",
        r"(?:teilen(?: mit)?|gefällt mir|compart[ei]\w*(?: esto| en)?|me gusta(?: esto)?|partager?(?: sur)?(?: cet article| l'article)?|j'aime(?: ceci)?|condividi(?: su)?|mi piace|compartilhe(?: isso)?|udostępnij|sdílet(?: článek)?|поделиться(?: ссылкой| новостью)?|поділитися|поширити|paylaş|del) ?:?(?: ?(?:wird geladen|cargando|chargement|caricamento|carregando|загрузка)(?:\.{3})?)?",
        r"(?:schreibe einen kommentar|kommentar(?: verfassen| hinterlassen)?|kommentare|ähnliche (?:beiträge|artikel)|mehr zum thema|das könnte sie auch interessieren|deja (?:un comentario|una respuesta)|entradas? (?:anterior|siguiente|relacionadas)|relacionado|artículos relacionados|noticias relacionadas|más noticias|más leídas|laisser un commentaire|articles? (?:similaires|liés|précédent|suivant)|sur le même (?:sujet|thème)|les plus lus|lascia un commento|annulla risposta|articoli correlati|artigos relacionados|leia mais|mais lidas|deixe um comentário|beitragsnavigation|navigation de l'article|комментарии|комментарии закрыты|оставить комментарий|похожие (?:записи|материалы|новости)|коментарі|схожі (?:новини|матеріали)|новини по темі|популярне|популярные новости|související(?: články)?|powiązane|czytaj więcej|[iİ]̇?lgili haberler|yorumlar|lire la suite|en savoir plus|weiterlesen|mehr erfahren|leer más|seguir leyendo|leggi tutto|continua a leggere|подробнее|читать далее|читати далі|більше новин|все новости|усі новини)[.:]?(?: antwort(?:en)? abbrechen| annuler la réponse| cancelar (?:la )?respuesta| annulla risposta)?",
        r"(?:devi essere connesso per inviare un commento|du musst angemeldet sein,? um einen kommentar abzugeben|vous devez vous connecter pour publier un commentaire|deine e-mail-adresse wird nicht veröffentlicht|votre adresse e-mail ne sera pas publiée|tu dirección de correo electrónico no será publicada|il tuo indirizzo email non sarà pubblicato)\.?(?: erforderliche felder sind mit \* markiert\.?| les champs obligatoires sont indiqués avec \*\.?| los campos obligatorios están marcados con \*\.?)?",
        statement=True,
    ),
    rule(
        "other language",
        "end",
        r"(?:mehr (?:von|aus)|descubre más desde|en savoir plus sur|scopri di più da|descubra mais sobre|entdecke mehr von)(?= )",
        rest="names",
    ),
    rule(
        "other language",
        "end",
        r"(?:читайте также|читать также|читайте ще|читайте також|читайте в тему|также по теме|материалы по теме|по теме|до теми|дивіться також|смотрите также|lesen sie auch|lesen sie mehr|auch interessant|lea también|lee también|le puede interesar|te puede interesar|à lire aussi|lire aussi|à lire également|leggi anche|leia também|veja também|saiba mais|czytaj też|czytaj także|zobacz też|zobacz również|ayrıca okuyun|çtěte také|čtěte také|lees ook|läs också) ?[:|]?",
        r"(?:читайте также|читать также|читайте ще|читайте також|читайте в тему|также по теме|по теме|до теми|дивіться також|смотрите также|lesen sie auch|auch interessant|lea también|lee también|le puede interesar|te puede interesar|à lire aussi|lire aussi|leggi anche|leia também|veja também|czytaj też|czytaj także|zobacz też|zobacz również|čtěte také|lees ook|läs också) ?[:|] ?https?://\S+",
    ),
    rule(
        "other language",
        "anywhere",
        r"(?:читайте также|читать также|читайте ще|читайте також|читайте в тему|также по теме|по теме|до теми|дивіться також|смотрите также|lesen sie auch|auch interessant|lea también|lee también|le puede interesar|te puede interesar|à lire aussi|lire aussi|leggi anche|leia também|veja também|czytaj też|czytaj także|zobacz też|zobacz również|čtěte také|lees ook|läs också) ?[:|] ?(?=\S)",
        rest="headline",
    ),
    rule(
        "other language",
        "end",
        r"(?:подписывайтесь|подпишитесь|підписуйтесь|підписуйтеся|підпишіться|следите за|слідкуйте за|присоединяйтесь|приєднуйтесь|долучайтесь|читайте (?:нас|наш)|ми в|мы в|хочете бути|отримуйте|получайте|abonnieren sie|folgen sie|melden sie sich|suscríbete|suscríbase|síguenos|abonnez-vous|suivez-nous|inscrivez-vous|recevez|iscriviti|seguici|inscreva-se|siga-nos|receba|zapisz się|dołącz do|obserwuj nas)",
        rest=Words(_CALL, names=5),
        statement=True,
    ),
    rule(
        "other language",
        "end",
        r"(?:источник|джерело|фото|quelle|fuente|foto|источник фото|crédit photo|crédito|bild|fonte) ?: ?(?=\S)",
        rest="names",
    ),
    rule(
        "other language",
        "anywhere",
        r"(?:utilizziamo i cookie|wir verwenden cookies|diese (?:web)?seite verwendet cookies|ce site utilise des cookies|nous utilisons des cookies|este sitio (?:web )?utiliza cookies|utilizamos cookies|ми використовуємо (?:файли )?cookie|мы используем (?:файлы )?cookie|ta strona używa (?:plików )?cookies?|używamy plików cookies?)\b",
        rest=Words(_COOKIES, names=4, unknown=0.25),
        statement=True,
        longest=LONG,
    ),
)
