"""Roles as a script reads them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import UNSET, UnsetType

from skillgap.domain.role import Necessity, RoleProfile
from skillgap.planning.request import Preference
from skillgap.rendering.json_parts import (
    CodesJson,
    DiagnosticJson,
    GateStandingJson,
    PathStatus,
    PayJson,
    WordJson,
    taken,
)
from skillgap.rendering.json_values import (
    Amount,
    At,
    JsonStruct,
    Report,
    Share,
    Texts,
    means,
)

if TYPE_CHECKING:
    from skillgap.planning.followups.nearby import NearbyRole
    from skillgap.rendering.report import NearReport

Unset = UnsetType


def essential_count(role: RoleProfile) -> int:
    """Return how many requirements are essential."""
    return len(role.required(Necessity.ESSENTIAL))


def optional_count(role: RoleProfile) -> int:
    """Return how many requirements are optional."""
    return len(role.required(Necessity.OPTIONAL))


def ids_of(roles: Sequence["NearbyRole"]) -> Texts:
    """Return the ids of roles in their order."""
    return tuple(each.role.id for each in roles)


class NearPathJson(JsonStruct, frozen=True):
    """The best path to the role."""

    status: PathStatus
    covers_essentials: bool
    money: Annotated[Amount, At("totals.money")]
    currency: Annotated[str, At("totals.currency")]
    hours: Annotated[Amount, At("totals.hours")]
    weeks: Annotated[Amount, At("totals.weeks")]
    steps: Annotated[Texts, taken]


class RoleJson(JsonStruct, frozen=True):
    """What a list says of one role, and with `--near` how near it is and what it takes."""

    id: str
    title: str
    family: str | None
    aliases: Texts
    essential: Annotated[int, At(""), essential_count]
    optional: Annotated[int, At(""), optional_count]
    job_zone: int | None
    codes: CodesJson
    pay: PayJson | None
    readiness: Annotated[Share, means("with `--near` alone, as the keys below")] | Unset = UNSET
    shared: (
        Annotated[Texts, means("essential skills that are held at any level, the weightiest first")]
        | Unset
    ) = UNSET
    pay_difference: (
        Annotated[Amount | None, means("null where the two figures cannot be compared")] | Unset
    ) = UNSET
    gates: tuple[GateStandingJson, ...] | Unset = UNSET
    path: NearPathJson | Unset | None = UNSET


class NearJson(JsonStruct, frozen=True):
    """Whose neighborhood it is, and which of the roles lead each list."""

    query: str
    to: Literal["role", "person"]
    role: Annotated[
        str | None,
        At("now.id"),
        means("the role that `--near` names, or the one the person has now"),
    ]
    compared: Annotated[int, At("neighborhood.compared")]
    prefer: Preference
    hours_per_week: Amount
    skills: Annotated[tuple[WordJson, ...], At("words")]
    closest: Annotated[
        Texts, At("neighborhood.closest"), ids_of, means("by readiness, the readiest first")
    ]
    cheapest: Annotated[
        Texts,
        At("neighborhood.cheapest"),
        ids_of,
        means("by the money and then the hours of the path"),
    ]
    step_up: Annotated[
        Texts,
        At("neighborhood.step_up"),
        ids_of,
        means(
            "paid more than the role now, the best paid first; all that are paid where that is not"
            " known"
        ),
    ]
    diagnostics: tuple[DiagnosticJson, ...]


class RolesJson(Report, frozen=True, kw_only=True):
    """What `skillgap roles --format json` prints, with `--near` and without."""

    near: (
        Annotated[
            NearJson,
            means(
                "with `--near` alone: whose neighborhood it is, and which of the roles lead each"
                " list; then `roles` holds what was planned, the nearest first"
            ),
        ]
        | Unset
    ) = UNSET
    roles: tuple[RoleJson, ...]


def roles_json(roles: Sequence[RoleProfile]) -> RolesJson:
    """Return roles in the order they are listed."""
    return RolesJson.of(roles=roles)


def near_json(report: "NearReport") -> RolesJson:
    """Return every role that was planned, the nearest first, and the three lists of their ids."""
    near = NearJson.of(report, to="person" if report.is_person else "role")
    return RolesJson.of(near=near, roles=map(near_role_json, report.neighborhood.roles))


def near_role_json(near: "NearbyRole") -> RoleJson:
    """Return a role as it is listed anywhere, with how near it is and what it takes."""
    return RoleJson.of(
        near.role,
        readiness=near.readiness,
        shared=near.shared,
        pay_difference=near.pay_difference,
        gates=near.gates,
        path=near.path,
    )
