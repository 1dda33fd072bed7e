"""What a catalog holds as the trees of keys and values that files hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from skillgap.domain.credential import Credits, MicroCredential, Renewal
from skillgap.domain.issuer import Issuer
from skillgap.domain.money import ExchangeRates, Price
from skillgap.domain.skill import Alignment, Skill, SkillLevel, SkillOptions
from skillgap.domain.source import Source
from skillgap.domain.stack import Discount, Stack

Tree = str | float | bool | dt.date | None | dict[str, "Tree"] | list["Tree"]
TreeMap = dict[str, Tree]


def known(tree: TreeMap) -> TreeMap:
    """Leave out every key that has nothing to say: no value, no entries."""
    return {key: each for key, each in tree.items() if each is not None and each not in ([], {})}


def texts(values: Iterable[str]) -> list[Tree]:
    """Give a list of texts."""
    return list(values)


def one_or_any(name: str, options: tuple[str, ...]) -> TreeMap:
    """Write one option under its own name, several under `any_of`."""
    return {name: options[0]} if len(options) == 1 else {"any_of": texts(options)}


def source_tree(source: Source | None) -> TreeMap | None:
    """Write on what something rests."""
    if source is None:
        return None
    tree: TreeMap = {"url": source.url, "basis": source.basis, "as_of": source.as_of}
    return tree | known({"confidence": source.confidence, "note": source.note})


def price_tree(price: Price) -> TreeMap:
    """Write a price; an amount that is not known is `null`."""
    tree: TreeMap = {"amount": price.amount, "per": price.per}
    return tree | known({"currency": price.currency, "free_audit": price.free_audit})


def exchange_rates_tree(rates: ExchangeRates) -> TreeMap:
    """Write exchange rates, nothing where there are none."""
    if rates == ExchangeRates():
        return {}
    tree: TreeMap = {"as_of": rates.as_of, "rates": dict(sorted(rates.rates.items()))}
    return tree | known({"source": source_tree(rates.source)})


def alignment_tree(alignment: Alignment) -> TreeMap:
    """Write a pointer into an outside framework."""
    return known(
        {
            "framework": alignment.framework,
            "code": alignment.code,
            "url": alignment.url,
            "name": alignment.name,
        }
    )


def skill_tree(skill: Skill) -> TreeMap:
    """Write a skill."""
    return known(
        {
            "id": skill.id,
            "label": skill.label,
            "kind": skill.kind,
            "aliases": texts(skill.aliases),
            "broader": texts(skill.broader),
            "alignments": [alignment_tree(each) for each in skill.alignments],
        }
    )


def issuer_tree(issuer: Issuer) -> TreeMap:
    """Write an issuer."""
    return known(
        {
            "id": issuer.id,
            "name": issuer.name,
            "kind": issuer.kind,
            "url": issuer.url,
            "aliases": texts(issuer.aliases),
            "accreditations": [
                known({"by": each.by, "url": each.url}) for each in issuer.accreditations
            ],
        }
    )


def award_tree(award: SkillLevel) -> TreeMap:
    """Write a skill at a level."""
    return {"skill": award.skill, "level": award.level}


def options_tree(options: SkillOptions) -> TreeMap:
    """Write any one of several skills at a level."""
    return one_or_any("skill", options.skills) | {"level": options.level}


def credits_tree(credits_: Credits) -> TreeMap:
    """Write a size in credits."""
    other: list[Tree] = [{"system": each.system, "amount": each.amount} for each in credits_.other]
    return known({"ects": credits_.ects, "other": other})


def renewal_tree(renewal: Renewal | None) -> TreeMap | None:
    """Write what keeps a credential valid."""
    if renewal is None:
        return None
    price = None if renewal.price is None else price_tree(renewal.price)
    return known({"every_months": renewal.every_months, "price": price, "hours": renewal.hours})


def credential_tree(credential: MicroCredential) -> TreeMap:
    """Write a credential; what every one must have is there, known or not."""
    required: TreeMap = {
        "awards": [award_tree(each) for each in credential.awards],
        "workload_hours": credential.workload_hours,
        "price": price_tree(credential.price),
    }
    return (
        known(
            {
                "id": credential.id,
                "title": credential.title,
                "issuer": credential.issuer,
                "achievement_type": credential.achievement_type,
                "aliases": texts(credential.aliases),
                "url": credential.url,
                "subject": credential.subject,
            }
        )
        | required
        | optional_credential_tree(credential)
    )


def optional_credential_tree(credential: MicroCredential) -> TreeMap:
    """Write what a credential may leave out."""
    prerequisites, delivery = credential.prerequisites, credential.delivery
    assessment = credential.assessment
    return known(
        {
            "prerequisites": known(
                {
                    "skills": [options_tree(each) for each in prerequisites.skills],
                    "credentials": [
                        each[0] if len(each) == 1 else {"any_of": texts(each)}
                        for each in prerequisites.credentials
                    ],
                }
            ),
            "corequisites": texts(credential.corequisites),
            "recommends": texts(credential.recommends),
            "min_weeks": credential.min_weeks,
            "delivery": known(
                {
                    "mode": delivery.mode,
                    "pace": delivery.pace,
                    "languages": texts(delivery.languages),
                }
            ),
            "assessment": known(
                {
                    "kind": assessment.kind,
                    "proctored": assessment.proctored,
                    "hands_on": assessment.hands_on,
                }
            ),
            "verification": credential.verification,
            "valid_months": credential.valid_months,
            "renewal": renewal_tree(credential.renewal),
            "credits": credits_tree(credential.credits),
            "eqf_level": credential.eqf_level,
            "recognition": [
                known({"by": each.by, "as": each.counts_as, "url": each.url})
                for each in credential.recognition
            ],
            "offered_until": credential.offered_until,
            "source": source_tree(credential.source),
            "field_sources": {
                name: source_tree(each) for name, each in credential.field_sources.items()
            },
        }
    )


def discount_tree(discount: Discount | None) -> TreeMap | None:
    """Write what is off for a whole stack."""
    if discount is None:
        return None
    return known(
        {
            "amount": discount.amount,
            "percent": discount.percent,
            "currency": discount.currency,
            "members": texts(discount.members),
        }
    )


def stack_tree(stack: Stack) -> TreeMap:
    """Write a stack."""
    choose: TreeMap | None = None
    if stack.choose is not None:
        choose = {"count": stack.choose.count, "from": texts(stack.choose.options)}
    awards: list[Tree] = [award_tree(each) for each in stack.awards]
    awards += [{"credential": each} for each in stack.earns]
    return known(
        {
            "id": stack.id,
            "title": stack.title,
            "issuer": stack.issuer,
            "url": stack.url,
            "all_of": texts(stack.all_of),
            "choose": choose,
            "awards": awards,
            "discount": discount_tree(stack.discount),
            "credits": credits_tree(stack.credits),
            "leads_to": stack.leads_to,
            "source": source_tree(stack.source),
        }
    )
