"""Names that stand for several things in the world, whichever of them a catalog knows.

Under such a name an entry that has it as an alias is asked about and not taken; an entry whose
label it is says itself what it means. General English and trade usage, as in `short_forms`.
"""

from skillgap.matching.normalize import normalize

SEVERAL_MEANINGS = frozenset(
    normalize(name)
    for line in """
        AD: Active Directory, or advertising
        AR: augmented reality, accounts receivable
        CBA: cost-benefit analysis, or collective bargaining agreement
        CDI: clinical documentation improvement, or dependency injection
        CDM: clinical data management, or common data model
        CDS: clinical decision support, or credit default swaps
        CMM: coordinate measuring machine, or capability maturity model
        CMS: content management, or Medicare and Medicaid
        CPP: C++, or Certified Payroll Professional
        CPT: procedure codes, cone penetration testing, personal training
        CRO: conversion rate optimization, contract research, chief revenue officer
        CSR: corporate social responsibility, or customer service representative
        CTI: threat intelligence, or computer telephony integration
        DART: a language, or one of many tools
        DL: deep learning, or distance learning, or a driving licence
        DSA: data structures and algorithms, or digital signatures, or data science and analytics
        EDA: exploratory data analysis, or electronic design automation
        EDC: electronic data capture, or engineering design changes
        EIA: environmental impact assessment, or energy information
        EMR: electronic medical records, or Elastic MapReduce
        EMS: environmental, energy or expense management, or emergency medical services
        EQ: emotional intelligence, or equalization
        GCP: Google Cloud, or good clinical practice
        GTM: go-to-market, or Google Tag Manager
        HCI: human-computer interaction, or hyperconverged infrastructure
        ICS: incident command, or industrial control systems
        IDS: intrusion detection, or identifiers
        IPS: intrusion prevention, or displays
        IR: incident response, investor relations, information retrieval
        LESS: a style sheet language, or scaled agile
        MI: motivational interviewing, or management information
        MRP: materials planning, or resource planning
        OD: organizational development, or overdose
        PDM: product data management, or precedence diagramming
        PR: public relations, or pull requests
        PV: photovoltaics, or pharmacovigilance
        RN: React Native, or registered nurse
        RWD: responsive web design, or real-world data
        SAFe: scaled agile, or safety
        SCM: supply chain, or source code management
        SOA: service-oriented architecture, or the Society of Actuaries
        SOC: a security operations center, or a system on a chip
        SOC 2: a standard of reports
        SPC: statistical process control, or SharePoint
        SPL: Splunk's language, or software product lines
        SRM: supplier relationships, or site recovery
        TMS: transportation, treasury, talent or translation management
        TNA: training needs, or time and attendance
        UDL: universal design for learning, or data links
        WMS: warehouse management, or web map service
        asset management: of money, of equipment or of software
        animation: of graphics, or of characters
        case notes: of a patient, a client or a lawsuit
        charting: of patients, or of figures
        composition: of pictures, of music or of text
        cost control: of projects, of kitchens or of production
        customs: of a border, or of a people
        drafting: of drawings, or of legal texts
        exploitation: of weaknesses, of deposits or of people
        financial planning: of a household, or of a company
        induction: of employees, of motors or of labor
        insulation: of houses, or of wires
        integrity: of a person, or of data
        interoperability: of health records, or of anything else
        mechanics: of machines, as a science or as a trade
        mediation: of disputes, or of data
        metrics: of a business, or of software
        networking: of computers, or among people
        networks: of computers, or of people
        operations: of a business, of a computer center, or surgery
        quality management: of projects, or of an organization
        quality planning: of projects, or of production
        reconciliations: of accounts, or of data
        resilience: of a person, or of a system
        scheduling: of projects, patients, staff or jobs
        security analysis: of securities, or of systems
        security monitoring: of systems, or of buildings
        sensors: in a factory, or in a car
        solutions architecture: of clouds, or of software
        solution architecture: of clouds, or of software
        sourcing: of goods, or of candidates
        stress testing: of software, of materials or of banks
        structured data markup: of pages, or of documents
        swaps: of rates, or of parts
        system design: of software, or of machines
        systems analysis: of organizations, or of computer systems
    """.strip().splitlines()
    for name, _, _ in (line.strip().partition(":"),)
)


def has_several_meanings(normal: str) -> bool:
    """Whether a normalized name stands for several things in the world."""
    return normal in SEVERAL_MEANINGS
