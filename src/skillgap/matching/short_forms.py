"""Short forms of words and phrases, from general English and trade usage.

What one concept is called belongs to its aliases in the data; here is only what holds anywhere.
"""

from types import MappingProxyType


def read_words(text: str) -> dict[str, str]:
    """Short forms to the word they stand for, from lines of `word: short forms`."""
    meant = {}
    for line in text.strip().splitlines():
        word, _, short_forms = line.partition(":")
        for short_form in short_forms.split():
            meant[short_form] = word.strip()
    return meant


def read_phrases(text: str) -> dict[str, tuple[str, ...]]:
    """Short forms to the phrases they stand for, from lines of `short: phrase | phrase`."""
    phrases = {}
    for line in text.strip().splitlines():
        short, _, meant = line.partition(":")
        phrases[short.strip()] = tuple(each.strip() for each in meant.split("|"))
    return phrases


STANDS_FOR = MappingProxyType(
    read_words(
        """
        javascript: js ecmascript
        typescript: ts
        python: py
        postgresql: postgres pgsql psql
        kubernetes: k8s kube
        microsoft: ms msft
        database: db dbs databases
        application: app apps
        administrator: admin admins
        administration: administering
        development: dev
        operations: ops
        management: mgmt mgt mngmt
        manager: mgr
        engineer: engr
        engineering: eng
        assistant: asst
        associate: assoc
        technician: tech technicians
        technology: technologies
        representative: rep reps
        supervisor: supv spvr
        director: dir
        coordinator: coord
        specialist: spec
        executive: exec
        secretary: secy
        professor: prof
        mathematics: math maths
        statistics: stats
        specification: specs
        communication: comms
        information: info
        library: lib libs
        language: lang langs
        framework: fw
        environment: env
        configuration: config configs conf
        repository: repo repos
        documentation: docs doc
        authentication: auth
        synchronization: sync
        parameter: param params
        argument: arg args
        function: func fn funcs
        variable: var vars
        string: str
        integer: int
        boolean: bool
        character: char chars
        directory: dirs folder
        c++: cpp cplusplus
        c#: csharp
        f#: fsharp
        ruby: rb
        objectivec: objc
        facebook: fb
        wordpress: wp
        youtube: yt
        instagram: insta ig
        mongodb: mongo
        tensorflow: tf
        powerpoint: ppt
        regex: regexp regexps regexes
        image: img imgs
        message: msg
        object: obj objs
        array: arr arrays
        temperature: temp
        maximum: max
        minimum: min
        number: num
        reference: ref
        version: ver
        windows: win
        visual: vis
        server: srv
        professional: pro
        international: intl
        government: govt gov
        department: dept
        laboratory: lab labs
        mechanic: mech
        electrical: elec
        electronic: electronics
        automobile: auto automotive car cars
        telephone: phone phones
        photograph: photo photos
        television: tv
        airplane: aircraft plane aeroplane
        person: people persons
        employee: employees staff personnel workforce workers worker
        child: children kids kid
        woman: women
        man: men
        color: colour colours colors coloured
        behavior: behaviour behaviours
        center: centre centres centers
        labor: labour
        program: programme programmes
        fiber: fibre fibres
        catalog: catalogue
        dialog: dialogue
        license: licence
        defense: defence
        analyze: analyse analyses
        modeling: modelling
        labeling: labelling
        traveling: travelling
        jewelry: jewellery
        aluminum: aluminium
        tire: tyre tyres
        mold: mould moulds moulding
        gray: grey
        pediatric: paediatric paediatrics
        anesthesia: anaesthesia
        orthopedic: orthopaedic
        preventive: preventative
        2: two
        3: three
        4: four
        1: one
        """
    )
)

PHRASES = MappingProxyType(
    read_phrases(
        """
        ai: artificial intelligence
        ml: machine learning
        nlp: natural language processing
        vs: visual studio
        vb: visual basic
        ie: internet explorer
        oss: open source | open source software
        llm: large language model | large language models
        mssql: ms sql | sql server
        ci cd: continuous integration | continuous delivery | continuous deployment
        vcs: version control | revision control | source control | version control system
        aws: amazon web services
        gcp: google cloud platform | google cloud
        i18n: internationalization
        l10n: localization
        a11y: accessibility
        fps: first person shooter
        gc: garbage collection | garbage collector
        dnn: deep neural network | deep neural networks
        nn: neural network | neural networks
        cv: computer vision
        rdbms: relational database | relational databases
        pm: project management | project manager
        po: product owner
        ba: business analyst
        kpi: key performance indicator | key performance indicators
        roi: return on investment
        b2b: business to business
        ppc: pay per click
        sem: search engine marketing
        gaap: generally accepted accounting principles
        ap: accounts payable
        ocr: optical character recognition
        rpa: robotic process automation
        dns: domain name system
        lan: local area network
        wan: wide area network
        plc: programmable logic controller | programmable logic controllers
        cpr: cardiopulmonary resuscitation
        ehr: electronic health record | electronic health records
        emr: electronic medical record | electronic medical records
        pos: point of sale
        bim: building information modeling | building information modelling
        fea: finite element analysis
        cfd: computational fluid dynamics
        ui: user interface
        ux: user experience
        os: operating system | operating systems
        oop: object oriented programming | object oriented
        api: application programming interface
        ide: integrated development environment
        sdk: software development kit
        gui: graphical user interface
        cli: command line interface | command line
        sql: structured query language
        html: hypertext markup language
        css: cascading style sheets | cascading style sheet
        xml: extensible markup language
        http: hypertext transfer protocol
        vpn: virtual private network
        vm: virtual machine | virtual machines
        vr: virtual reality
        ar: augmented reality
        iot: internet of things
        bi: business intelligence
        it: information technology
        ict: information and communication technology
        hr: human resources | human resource
        pr: public relations
        qa: quality assurance
        qc: quality control
        crm: customer relationship management | customer relations management
        erp: enterprise resource planning
        cad: computer aided design | computer assisted design
        cam: computer aided manufacturing
        cnc: computer numerical control | computer numerically controlled
        gis: geographic information system | geographic information systems
        gps: global positioning system
        cpu: central processing unit
        gpu: graphics processing unit
        orm: object relational mapping
        mvc: model view controller
        tdd: test driven development
        bdd: behavior driven development
        etl: extract transform load | extract transform and load
        seo: search engine optimization | search engine optimisation
        saas: software as a service
        cms: content management system | content management systems
        dbms: database management system | database management systems
        rn: registered nurse
        lpn: licensed practical nurse
        emt: emergency medical technician
        ceo: chief executive officer
        cfo: chief financial officer
        cto: chief technology officer
        cio: chief information officer
        vp: vice president
        hvac: heating ventilation and air conditioning
        pt: physical therapist | physical therapy
        ot: occupational therapist | occupational therapy
        csr: customer service representative
        dba: database administrator
        sysadmin: system administrator | systems administrator
        esl: english as a second language
        """
    )
)
PHRASE_OF_SHORT = MappingProxyType({short: phrases[0] for short, phrases in PHRASES.items()})
SHORT_OF_PHRASE = MappingProxyType(
    {phrase: short for short, phrases in PHRASES.items() for phrase in phrases}
)
