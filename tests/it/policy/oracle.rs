//! A second opinion that thinks in another way: it walks through every world that the answers leave, and reads the rows
//! as an editor wrote them. It knows no classes, no masks and no boxes.

use qingmiao::model::policy::{Constraint, Fact, FactKind, Policy, Reasons, Relation, Row, Status};

/// What is true of a fact in one world.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Value {
    /// A choice.
    One(String),
    /// What is there of a 多选.
    Set(Vec<String>),
    /// A number.
    Number(i32),
    /// A day, in ISO.
    Day(String),
    /// The code of a village.
    Village(String),
}

/// One possibility: a value for each fact.
pub(crate) type World = Vec<Value>;

/// Every world, where each fact has one of these values.
pub(crate) fn worlds(values: &[Vec<Value>]) -> Vec<World> {
    values.iter().fold(vec![Vec::new()], |worlds, values| {
        worlds
            .iter()
            .flat_map(|world| {
                values.iter().map(move |value| {
                    let mut world = world.clone();
                    world.push(value.clone());
                    world
                })
            })
            .collect()
    })
}

/// Whether a world breaks no constraint.
pub(crate) fn is_possible(facts: &[Fact], constraints: &[Constraint], world: &World) -> bool {
    !constraints.iter().any(|it| it.rows.iter().all(|row| holds(facts, row, world)))
}

/// Whether a row holds in a world.
pub(crate) fn holds(facts: &[Fact], row: &Row, world: &World) -> bool {
    let at = facts.iter().position(|fact| fact.id == row.fact).expect("a fact");
    let any = |test: &dyn Fn(&str) -> bool| row.values.iter().any(|value| test(value));
    match (&world[at], row.relation) {
        (Value::One(value), Relation::Is | Relation::In) => any(&|it| it == value),
        (Value::One(value), Relation::NotIn) => !any(&|it| it == value),
        (Value::Set(there), Relation::Has) => any(&|it| there.iter().any(|value| value == it)),
        (Value::Set(there), Relation::HasNone) => !any(&|it| there.iter().any(|value| value == it)),
        (Value::Village(code), Relation::Is | Relation::In) => any(&|it| code.starts_with(it)),
        (Value::Village(code), Relation::NotIn) => !any(&|it| code.starts_with(it)),
        (Value::Number(number), relation) => {
            let bound: i32 = row.values[0].parse().expect("a number");
            compare(relation, *number, bound)
        }
        // Days in ISO sort like words.
        (Value::Day(day), relation) => compare(relation, day.as_str(), row.values[0].as_str()),
        (value, relation) => panic!("{value:?} {relation:?}"),
    }
}

fn compare<T: PartialOrd>(relation: Relation, value: T, bound: T) -> bool {
    match relation {
        Relation::Below => value < bound,
        Relation::AtLeast => value >= bound,
        Relation::Above => value > bound,
        Relation::AtMost => value <= bound,
        _ => panic!("{relation:?}"),
    }
}

/// The branches of a policy, each with the rows that have to hold.
pub(crate) fn branches(policy: &Policy) -> Vec<Vec<&Row>> {
    let letters = policy.branches();
    let of = |letter: Option<char>| {
        policy.rows.iter().filter(|row| row.branch.is_none() || row.branch == letter).collect()
    };
    if letters.is_empty() {
        return vec![of(None)];
    }
    letters.into_iter().map(|letter| of(Some(letter))).collect()
}

/// What some policies, taken as a union, are in every world.
pub(crate) struct Opinion<'a> {
    facts: &'a [Fact],
    policies: Vec<&'a Policy>,
    pub(crate) worlds: Vec<World>,
}

impl<'a> Opinion<'a> {
    pub(crate) fn new(facts: &'a [Fact], policies: &[&'a Policy], values: &[Vec<Value>]) -> Self {
        Self { facts, policies: policies.to_vec(), worlds: worlds(values) }
    }

    /// Without the worlds in which all rows of some constraint hold.
    pub(crate) fn without(mut self, constraints: &[Constraint]) -> Self {
        self.worlds.retain(|world| is_possible(self.facts, constraints, world));
        self
    }

    /// The facts that are the same in every world.
    pub(crate) fn settled(&self) -> Vec<u16> {
        let is_settled = |at: &usize| self.worlds.iter().all(|it| it[*at] == self.worlds[0][*at]);
        (0..self.facts.len()).filter(is_settled).map(|it| u16::try_from(it).unwrap()).collect()
    }

    /// Whether some worlds that agree in these facts differ in what is certain.
    pub(crate) fn is_open_after(&self, known: &[u16]) -> bool {
        let mut all: Vec<(World, (bool, bool))> = self
            .worlds
            .iter()
            .map(|world| {
                let known = known.iter().map(|at| world[usize::from(*at)].clone()).collect();
                (known, self.outcome(world))
            })
            .collect();
        all.sort();
        all.windows(2).any(|pair| pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1)
    }

    fn all_hold(&self, rows: &[&Row], world: &World) -> bool {
        rows.iter().all(|row| holds(self.facts, row, world))
    }

    /// Whether some branch holds; of those that count.
    fn applies(&self, world: &World, counts: impl Fn(&Policy, &[&Row]) -> bool) -> bool {
        self.policies.iter().any(|policy| {
            branches(policy).iter().any(|rows| counts(policy, rows) && self.all_hold(rows, world))
        })
    }

    /// Whether it certainly applies in a world, and whether it perhaps does.
    fn outcome(&self, world: &World) -> (bool, bool) {
        let perhaps = self.policies.iter().any(|policy| {
            branches(policy).into_iter().any(|rows| {
                let rows: Vec<&Row> = rows.into_iter().filter(|row| !row.unverified).collect();
                self.all_hold(&rows, world)
            })
        });
        (self.applies(world, |_, _| true), perhaps)
    }

    /// The status, and of a "yes" whether something has to be verified.
    pub(crate) fn verdict(&self) -> (Status, bool) {
        if self.worlds.iter().all(|world| self.outcome(world).0) {
            let certain = |policy: &Policy, rows: &[&Row]| {
                policy.verify.is_empty() && rows.iter().all(|row| !row.unverified)
            };
            (Status::Yes, !self.worlds.iter().all(|world| self.applies(world, certain)))
        } else if self.worlds.iter().all(|world| !self.outcome(world).1) {
            (Status::No, false)
        } else {
            (Status::Open, false)
        }
    }

    /// The facts that alone make a difference somewhere.
    pub(crate) fn relevant(&self) -> Vec<u16> {
        let matters = |fact: usize| {
            let mut without: Vec<(World, (bool, bool))> = self
                .worlds
                .iter()
                .map(|world| {
                    let mut others = world.clone();
                    others.remove(fact);
                    (others, self.outcome(world))
                })
                .collect();
            without.sort();
            without.windows(2).any(|pair| pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1)
        };
        (0..self.facts.len())
            .filter(|fact| matters(*fact))
            .map(|it| u16::try_from(it).unwrap())
            .collect()
    }

    /// The fewest rows of a branch that would have to be otherwise: how many about what cannot change, and how many.
    fn distance(&self, rows: &[&Row]) -> (usize, usize) {
        let changeable =
            |row: &Row| self.facts.iter().any(|fact| fact.id == row.fact && fact.changeable);
        let possible = |dropped: usize| {
            let kept: Vec<&Row> = rows
                .iter()
                .enumerate()
                .filter(|(at, row)| dropped >> at & 1 == 0 && !row.unverified)
                .map(|(_, row)| *row)
                .collect();
            self.worlds.iter().any(|world| self.all_hold(&kept, world))
        };
        let cost = |dropped: usize| {
            let dropped = rows.iter().enumerate().filter(|(at, _)| dropped >> at & 1 == 1);
            dropped.fold((0, 0), |(fixed, all), (_, row)| {
                (fixed + usize::from(!changeable(row)), all + 1)
            })
        };
        (0..1_usize << rows.len()).filter(|it| possible(*it)).map(cost).min().expect("all dropped")
    }

    /// Whether one row alone fails in some branch, and its fact can change.
    pub(crate) fn near(&self) -> bool {
        branches(self.policies[0]).iter().any(|rows| self.distance(rows) == (0, 1))
    }

    /// Whether the reasons for the status of the one policy are right, and none can be left out.
    pub(crate) fn check_reasons(&self, reasons: &Reasons) {
        let policy = self.policies[0];
        let all = branches(policy);
        let place = |row: &Row| {
            let at = policy.rows.iter().position(|it| std::ptr::eq(it, row)).expect("a row");
            u16::try_from(at).unwrap()
        };
        let always = |row: &Row| self.worlds.iter().all(|world| holds(self.facts, row, world));
        let never = |row: &Row| self.worlds.iter().all(|world| !holds(self.facts, row, world));
        let of = |branches: &[u16]| -> Vec<&Row> {
            let mut rows: Vec<&Row> =
                branches.iter().flat_map(|at| all[usize::from(*at)].clone()).collect();
            rows.sort_by_key(|row| place(row));
            rows.dedup_by_key(|row| place(row));
            rows
        };
        let covers = |branches: &[u16]| {
            self.worlds
                .iter()
                .all(|world| branches.iter().any(|at| self.all_hold(&all[usize::from(*at)], world)))
        };
        match self.verdict().0 {
            Status::Yes => {
                assert!(covers(&reasons.branches));
                let alone = (0..all.len()).any(|at| covers(&[u16::try_from(at).unwrap()]));
                let certain =
                    (0..).zip(&all).filter(|(_, rows)| rows.iter().all(|row| !row.unverified));
                let certain: Vec<u16> = certain.map(|(at, _)| at).collect();
                // A branch with nothing to verify is preferred even to a single one.
                if alone && (self.verdict().1 || certain.len() == all.len()) {
                    assert_eq!(reasons.branches.len(), 1);
                }
                if !self.verdict().1 {
                    assert!(reasons.branches.iter().all(|it| certain.contains(it)));
                }
                for left_out in &reasons.branches {
                    let rest: Vec<u16> =
                        reasons.branches.iter().copied().filter(|it| it != left_out).collect();
                    assert!(!covers(&rest), "{left_out} can be left out");
                }
                let rows: Vec<u16> = of(&reasons.branches)
                    .into_iter()
                    .filter(|row| always(row))
                    .map(place)
                    .collect();
                assert_eq!(reasons.rows, rows);
            }
            Status::No => {
                let [nearest] = reasons.branches[..] else { panic!("one branch") };
                let rows = &all[usize::from(nearest)];
                let least = all.iter().map(|rows| self.distance(rows)).min().expect("a branch");
                assert_eq!(self.distance(rows), least);
                assert_eq!(reasons.rows.len(), least.1);
                let kept: Vec<&Row> = rows
                    .iter()
                    .filter(|row| !row.unverified && !reasons.rows.contains(&place(row)))
                    .copied()
                    .collect();
                assert!(self.worlds.iter().any(|world| self.all_hold(&kept, world)));
            }
            Status::Open => {
                assert!(reasons.branches.is_empty());
                let rows = policy.rows.iter().filter(|row| row.unverified && never(row));
                assert_eq!(reasons.rows, rows.map(place).collect::<Vec<_>>());
            }
        }
    }
}

/// Every value of a fact. Of areas, one village for each area that rows may name: in it, and in none of the areas in it.
pub(crate) fn all_values(kind: &FactKind) -> Vec<Value> {
    match kind {
        FactKind::Flag | FactKind::Choice(_) => {
            kind.choices().into_iter().map(|it| Value::One(it.to_owned())).collect()
        }
        FactKind::Many(choices) => (0..1_usize << choices.len())
            .map(|set| {
                let there = choices.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
                Value::Set(there.map(|(_, choice)| choice.clone()).collect())
            })
            .collect(),
        FactKind::Number { first, last, .. } => (*first..=*last).map(Value::Number).collect(),
        FactKind::Date { first, last } => first
            .series(jiff::Span::new().days(1))
            .take_while(|day| day <= last)
            .map(|day| Value::Day(day.to_string()))
            .collect(),
        FactKind::Area => VILLAGES.iter().map(|code| Value::Village((*code).to_owned())).collect(),
    }
}

/// The areas that rows and answers name.
pub(crate) const AREAS: [&str; 6] = ["44", "4401", "440111", "440111002", "440111002001", "45"];

/// A village outside of all of them, and one for each.
const VILLAGES: [&str; 7] = [
    "110101001001",
    "449999999999",
    "440199999999",
    "440111999999",
    "440111002999",
    "440111002001",
    "450101001001",
];
