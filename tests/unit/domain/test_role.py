from __future__ import annotations

from skillgap.domain.role import Necessity, RoleProfile, SkillRequirement


def test_requirements_of_one_strength_keep_the_order_of_the_role():
    first, second, third = (
        SkillRequirement.of((name,), 1, 0.5, necessity)
        for name, necessity in (
            ("b", Necessity.ESSENTIAL),
            ("c", Necessity.OPTIONAL),
            ("a", Necessity.ESSENTIAL),
        )
    )
    role = RoleProfile(id="r", title="R", requirements=(first, second, third))
    assert role.required(Necessity.ESSENTIAL) == (first, third)
    assert role.required(Necessity.OPTIONAL) == (second,)
    assert (first.is_essential, second.is_essential) == (True, False)
