import CrivoText

/// The frequent little words of each language, which a writer cannot avoid, as a table from word to languages.
struct FunctionWords: Sendable {
    static let shared = FunctionWords()

    private let table = WordTable(FunctionWords.lists.map { (1 << UInt16($0.0.rawValue), $0.1) })

    /// The languages that have the word as a function word, one bit for each ``Language``; 0 for none.
    func languages(of key: UInt64) -> UInt16 { table.mask(key) }

    /// Words of at most eight bytes: articles, prepositions and their contractions, pronouns, conjunctions, auxiliaries, frequent adverbs.
    private static let lists: [(Language, String)] = [
        (
            .portuguese,
            """
            o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela pelos pelas para pra com sem sob sobre entre até ao à \
            aos às e ou mas nem que se quando como porque pois porém eu tu ele ela nós eles elas você vocês me te lhe lhes meu minha teu tua seu \
            sua seus suas nosso nossa este esta esse essa isso isto aquele aquela aquilo qual quais quem onde é são foi era eram ser sendo está \
            estão estava estar tem têm tinha ter há não sim já ainda também muito muita muitos mais menos só bem mal aqui ali lá então assim \
            depois antes sempre nunca pode podem deve devem vai vão foram será seria fazer faz num numa disso nisso deste desta neste nesta \
            dessa desse nessa nesse cada todo toda todos todas outro outra outros outras mesmo mesma quanto apenas além após seja sejam \
            olá obrigado obrigada bom boa dia sou estou temos somos posso quero vou ver uso
            """
        ),
        (
            .english,
            """
            the a an of to in on at by for with from about into over under between through and or but nor so if when while because as than that \
            this these those i you he she it we they me him her us them my your his its our their who whom which what where why how is are was \
            were be been being am do does did done have has had having will would shall should can could may might must not no yes there here \
            then very more most less much many some any each every all both such only own same other another just also too now up down out \
            off again don't can't won't it's i'm you're let's hello thanks please get make use here's
            """
        ),
        (
            .spanish,
            """
            el la los las un una unos unas de del al en y e o u pero que si cuando como porque pues yo tú él ella nosotros ellos ellas usted \
            ustedes me te se le les lo mi tu su sus nuestro nuestra este esta ese esa eso esto aquel aquella es son fue era eran ser está están \
            estaba estar hay había ha han he tiene tienen tenía no sí ya aún también muy mucho mucha muchos más menos sólo bien aquí allí \
            entonces así después antes siempre nunca puede pueden debe va van fueron será hacer hace con sin por para sobre entre hasta desde \
            cada todo toda todos todas otro otra otros otras mismo misma según donde quien cual
            """
        ),
        (
            .french,
            """
            le la les un une des de du au aux en et ou mais que qui si quand comme parce car je tu il elle nous vous ils elles me te se lui leur \
            leurs mon ma mes ton ta tes son sa ses notre votre ce cet cette ces c'est est sont était être été a ont avait avoir ne pas plus \
            très bien aussi avec sans pour par sur sous entre dans chez vers où dont d'un d'une l'on qu'il n'est tout tous toute toutes fait
            """
        ),
        (
            .italian,
            """
            il lo la i gli le un uno una di del dello della dei delle a al alla ai alle da dal dalla in nel nella nei con su sul sulla per tra \
            fra e ed o ma che se quando come perché io tu lui lei noi voi loro mi ti si ci vi mio mia tuo suo sua questo questa quello quella \
            è sono era essere stato ha hanno aveva avere non più molto anche già così sempre mai cosa dove chi quale tutto tutti fatto
            """
        ),
        (
            .german,
            """
            der die das den dem des ein eine einen einem einer eines und oder aber dass wenn als wie weil ich du er sie es wir ihr mich dich \
            sich mir dir ihm ihn uns mein dein sein ist sind war waren bin bist werden wird wurde hat haben hatte nicht kein keine mit ohne \
            für von vom zu zum zur auf aus bei nach über unter vor im am an auch noch nur schon sehr mehr so dann hier
            """
        ),
        (
            .latin,
            """
            et in ad ex ab de cum per pro sine sub non est sunt esse erat qui quae quod quo qua sed aut vel nec neque si ut ne hoc haec hic ille \
            ipse ipso suum nihil omnia omnes omnis rerum iuris jure facto lex dura sed ergo sum cogito quid
            """
        ),
    ]
}
