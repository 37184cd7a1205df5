//! A rulebook and answers as one list of numbers. The code that reads a derived format would weigh more in the browser
//! than the whole engine; reading this is a walk along the list, which ends where something does not fit.

use super::answer::{Answer, Answers};
use super::classes::Classes;
use super::region::Region;
use super::rulebook::{
    BranchRule, FactRule, GroupRule, PolicyRule, RowRule, Rulebook, Rules, Variable,
};

impl From<Rulebook> for Vec<u64> {
    fn from(book: Rulebook) -> Self {
        let mut numbers = Self::new();
        list(&mut numbers, &book.facts, |numbers, fact| {
            let flags = [fact.changeable, fact.safety, fact.early, fact.shared];
            numbers.extend(flags.map(u64::from));
            numbers.push(fact.sensitivity.into());
        });
        list(&mut numbers, &book.variables, |numbers, variable| {
            numbers.push(variable.fact.into());
            classes(numbers, &variable.classes);
            list(numbers, &variable.weights, |numbers, weight| numbers.push((*weight).into()));
        });
        list(&mut numbers, &book.policies, |numbers, policy| {
            numbers.extend([u64::from(policy.policy), policy.weight.into()]);
            for day in [policy.from, policy.until] {
                list(numbers, day.as_slice(), |numbers, day| numbers.push(signed(*day)));
            }
            areas(numbers, &policy.areas);
            places(numbers, &policy.exclusive);
            rules(numbers, &policy.rules);
        });
        list(&mut numbers, &book.groups, |numbers, group| {
            places(numbers, &group.members);
            rules(numbers, &group.rules);
        });
        numbers
    }
}

impl From<Answers> for Vec<u64> {
    fn from(answers: Answers) -> Self {
        let mut numbers = Self::new();
        list(&mut numbers, &answers.0, |numbers, answer| match answer {
            Answer::Open => numbers.push(0),
            Answer::Unknown => numbers.push(1),
            Answer::Choices(mask) => numbers.extend([2, *mask]),
            Answer::Many { yes, no } => numbers.extend([3, *yes, *no]),
            Answer::Spans(spans) => {
                numbers.push(4);
                list(numbers, spans, |numbers, (low, high)| {
                    numbers.extend([signed(*low), signed(*high)]);
                });
            }
            Answer::Regions(regions) => {
                numbers.push(5);
                list(numbers, regions, |numbers, region| numbers.extend([region.0, region.1]));
            }
        });
        numbers
    }
}

fn list<T>(numbers: &mut Vec<u64>, items: &[T], write: impl Fn(&mut Vec<u64>, &T)) {
    numbers.push(items.len() as u64);
    for item in items {
        write(numbers, item);
    }
}

fn places(numbers: &mut Vec<u64>, places: &[u16]) {
    list(numbers, places, |numbers, place| numbers.push((*place).into()));
}

fn classes(numbers: &mut Vec<u64>, classes: &Classes) {
    let masks = |numbers: &mut Vec<u64>, masks: &[u64]| {
        list(numbers, masks, |numbers, mask| numbers.push(*mask));
    };
    match classes {
        Classes::Choices(choices) => {
            numbers.push(0);
            masks(numbers, choices);
        }
        Classes::Many(sets) => {
            numbers.push(1);
            masks(numbers, sets);
        }
        Classes::Starts(starts) => {
            numbers.push(2);
            list(numbers, starts, |numbers, start| numbers.push(signed(*start)));
        }
        Classes::Regions(regions) => {
            numbers.push(3);
            areas(numbers, regions);
        }
    }
}

fn areas(numbers: &mut Vec<u64>, regions: &[Region]) {
    list(numbers, regions, |numbers, region| numbers.extend([region.0, region.1]));
}

fn rules(numbers: &mut Vec<u64>, rules: &Rules) {
    places(numbers, &rules.variables);
    list(numbers, &rules.rows, |numbers, row| {
        numbers.extend([row.row.into(), row.variable.into(), row.mask, row.doubtful.into()]);
    });
    list(numbers, &rules.branches, |numbers, branch| {
        places(numbers, &branch.rows);
        numbers.push(branch.verify.into());
    });
    list(numbers, &rules.impossible, |numbers, masks| {
        list(numbers, masks, |numbers, (variable, mask)| {
            numbers.extend([u64::from(*variable), *mask]);
        });
    });
    numbers.push(rules.rough.into());
}

fn signed(number: i32) -> u64 {
    number.cast_unsigned().into()
}

/// A list of numbers that is none of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not a list of numbers that this version wrote")
    }
}

impl TryFrom<Vec<u64>> for Rulebook {
    type Error = Unreadable;

    fn try_from(numbers: Vec<u64>) -> Result<Self, Unreadable> {
        let mut reader = Reader(&numbers);
        reader.book().filter(|_| reader.0.is_empty()).ok_or(Unreadable)
    }
}

impl TryFrom<Vec<u64>> for Answers {
    type Error = Unreadable;

    fn try_from(numbers: Vec<u64>) -> Result<Self, Unreadable> {
        let mut reader = Reader(&numbers);
        let answers = reader.list(Reader::answer).map(Self);
        answers.filter(|_| reader.0.is_empty()).ok_or(Unreadable)
    }
}

/// The numbers that are not read yet.
struct Reader<'a>(&'a [u64]);

impl Reader<'_> {
    fn next(&mut self) -> Option<u64> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn place(&mut self) -> Option<u16> {
        self.next()?.try_into().ok()
    }

    fn flag(&mut self) -> Option<bool> {
        Some(self.next()? != 0)
    }

    fn signed(&mut self) -> Option<i32> {
        Some(u32::try_from(self.next()?).ok()?.cast_signed())
    }

    fn region(&mut self) -> Option<Region> {
        Some(Region(self.next()?, self.next()?))
    }

    fn list<T>(&mut self, read: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        // Places are counted in 16 bits.
        let count = self.place().filter(|count| *count < u16::MAX)?;
        // Grows as it is read: a length that lies would allocate for nothing.
        let mut items = Vec::new();
        for _ in 0..count {
            items.push(read(self)?);
        }
        Some(items)
    }

    fn book(&mut self) -> Option<Rulebook> {
        Some(Rulebook {
            facts: self.list(Self::fact)?,
            variables: self.list(Self::variable)?,
            policies: self.list(Self::policy)?,
            groups: self.list(Self::group)?,
        })
    }

    fn fact(&mut self) -> Option<FactRule> {
        let (changeable, safety) = (self.flag()?, self.flag()?);
        let (early, shared) = (self.flag()?, self.flag()?);
        let sensitivity = self.next()?.try_into().ok()?;
        Some(FactRule { changeable, safety, early, shared, sensitivity })
    }

    fn variable(&mut self) -> Option<Variable> {
        let fact = self.place()?;
        let classes = match self.next()? {
            0 => Classes::Choices(self.list(Self::next)?),
            1 => Classes::Many(self.list(Self::next)?),
            2 => Classes::Starts(self.list(Self::signed)?),
            3 => Classes::Regions(self.list(Self::region)?),
            _ => return None,
        };
        let weights = self.list(|reader| reader.next()?.try_into().ok())?;
        Some(Variable { fact, classes, weights })
    }

    fn policy(&mut self) -> Option<PolicyRule> {
        let (policy, weight) = (self.place()?, self.next()?.try_into().ok()?);
        let mut day = || Some(self.list(Self::signed)?.first().copied());
        let (from, until) = (day()?, day()?);
        let (areas, exclusive) = (self.list(Self::region)?, self.list(Self::place)?);
        Some(PolicyRule { policy, rules: self.rules()?, weight, from, until, areas, exclusive })
    }

    fn group(&mut self) -> Option<GroupRule> {
        Some(GroupRule { members: self.list(Self::place)?, rules: self.rules()? })
    }

    fn rules(&mut self) -> Option<Rules> {
        let variables = self.list(Self::place)?;
        let rows = self.list(|it| {
            let (row, variable) = (it.place()?, it.place()?);
            Some(RowRule { row, variable, mask: it.next()?, doubtful: it.flag()? })
        })?;
        let branches =
            self.list(|it| Some(BranchRule { rows: it.list(Self::place)?, verify: it.flag()? }))?;
        let impossible = self.list(|it| it.list(|it| Some((it.place()?, it.next()?))))?;
        Some(Rules { variables, rows, branches, impossible, rough: self.flag()? })
    }

    fn answer(&mut self) -> Option<Answer> {
        Some(match self.next()? {
            0 => Answer::Open,
            1 => Answer::Unknown,
            2 => Answer::Choices(self.next()?),
            3 => Answer::Many { yes: self.next()?, no: self.next()? },
            4 => Answer::Spans(self.list(|it| Some((it.signed()?, it.signed()?)))?),
            5 => Answer::Regions(self.list(Self::region)?),
            _ => return None,
        })
    }
}
