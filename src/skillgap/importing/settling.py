"""The last step of every import that brings credentials."""

from __future__ import annotations

from skillgap.importing.credential_drafts import CredentialDrafts
from skillgap.importing.imported import Import, Imported, close_import
from skillgap.importing.report import Ledger
from skillgap.importing.skill_drafts import SkillDrafts


def settle_import(
    ledger: Ledger, asked: Import, skill_drafts: SkillDrafts, credential_drafts: CredentialDrafts
) -> Imported:
    """Give every draft its id, and put the nouns and the account together."""
    ids, skills = skill_drafts.settle()
    issuers, credentials, stacks = credential_drafts.settle(ids)
    return close_import(
        ledger,
        asked,
        skills=skills,
        issuers=issuers,
        credentials=credentials,
        stacks=stacks,
        met={"skills": len(skill_drafts.met), "issuers": len(credential_drafts.met_issuers)},
    )
