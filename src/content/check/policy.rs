//! Whether the conditions of policies can be read with their facts, and the examples still come out as expected.

use std::ops::Range;

use super::Index;
use crate::content::nearest::suggest;
use crate::content::notes::{Condition, Expectation, Mention, Name, Notes, Spot};
use crate::content::record::short;
use crate::model::Level;
use crate::model::policy::{
    self, Answer, Beside, Constraint, Fact, FactKind, Given, Mismatch, Owner, PolicyRule, Relation,
    Status,
};

impl Index<'_> {
    /// A row of conditions.
    pub(super) fn condition(&self, notes: &mut Notes<'_>, row: &Condition) {
        let Some(fact) = self.fact(notes, &row.fact) else { return };
        let values: Vec<String> = row.values.iter().map(|value| value.value.clone()).collect();
        let relation = row.relation.value;
        match policy::check(&fact.kind, relation, &values) {
            Ok(()) if fact.kind == FactKind::Area => {
                row.values.iter().for_each(|code| self.area(notes, &code.value, &code.range));
            }
            Ok(()) => {}
            Err(Mismatch::Relation) => {
                let offered: Vec<&str> =
                    Relation::of(&fact.kind).iter().map(|relation| relation.label()).collect();
                let kind = fact.kind.label();
                let message = format!("“{}”是{kind}，不能用“{}”", fact.id, relation.label());
                let hint = format!("{kind}能用的关系：{}", offered.join("、"));
                notes.error(&row.relation.range, "bad-relation", message, hint);
            }
            Err(Mismatch::Many) => {
                let at = row.values.get(1).map_or(&row.relation.range, |second| &second.range);
                let message = format!("“{}”后面只写一个值", relation.label());
                notes.error(at, "bad-value", message, "几个值用“属于”，或拆成几行");
            }
            Err(Mismatch::Value(at)) => {
                if let Some(value) = row.values.get(at) {
                    let (message, hint) = wrong_value(fact, &value.value);
                    notes.error(&value.range, "bad-value", message, hint);
                }
            }
        }
    }

    /// Constraints that leave some value to nobody say too much.
    pub(super) fn constraints(&self, notes: &mut Notes<'_>, mentions: &[Mention]) {
        if self.unread.contains("facts.csv") || self.unread.contains("constraints.csv") {
            return;
        }
        let facts = &self.portal.facts;
        let dead = Constraint::dead(facts, &self.portal.constraints);
        for fact in dead.iter().filter_map(|at| facts.get(usize::from(*at))) {
            let place = mentions.iter().find(|mention| match &mention.name {
                Name::Condition(row) => row.fact.value == fact.id,
                _ => false,
            });
            if let Some(mention) = place {
                let message = format!("照这张表，“{}”有的值永远不会是真的", fact.id);
                let hint = "这些行合起来排除得太多：看看关系和值有没有写反";
                notes.error(&mention.range, "impossible-value", message, hint);
            }
        }
    }

    /// The fact that a table names; reported where there is none.
    fn fact(&self, notes: &mut Notes<'_>, name: &Spot) -> Option<&Fact> {
        let facts = &self.portal.facts;
        if facts.is_empty() && self.unread.contains("facts.csv") {
            return None;
        }
        let fact = self.portal.fact(&name.value);
        if fact.is_none() {
            let ids = facts.iter().map(|fact| fact.id.as_str());
            let hint = suggest(&name.value, ids, "改正错字，或先把它加进 facts.csv");
            let message = format!("facts.csv 里没有事实“{}”", short(&name.value));
            notes.error(&name.range, "unknown-fact", message, hint);
        }
        fact
    }

    /// A policy, where it is known what its facts are and what families are expected to get it.
    pub(super) fn policy(&self, notes: &mut Notes<'_>, id: &str, at: &Range<usize>) {
        self.local(notes, id, at);
        let Some(rule) = self.rule(id) else { return };
        let readable = |row: &policy::Row| {
            let fact = self.portal.fact(&row.fact);
            fact.is_some_and(|it| policy::check(&it.kind, row.relation, &row.values).is_ok())
        };
        let rows = self.portal.policy(id).map(|it| it.rows.as_slice()).unwrap_or_default();
        if rule.rules.rough && rows.iter().all(readable) {
            let message = "条件表对同一个事实分得太细，超过 64 类，不能准确判断";
            let hint = "减少这个事实的值（例如用上一级区划），或拆成几个政策";
            notes.error(at, "too-many-classes", message, hint);
        }
        if self.unread.contains(EXAMPLES) {
            return;
        }
        let expected = |status: Status| {
            let mut all = self.portal.examples.iter().flat_map(|it| &it.expected);
            all.any(|(policy, expected)| policy == id && *expected == status)
        };
        // Where no verified row stands in some branch, no answer can close it.
        let doubtful =
            |row: &u16| rule.rules.rows.get(usize::from(*row)).is_some_and(|row| row.doubtful);
        let never_no = rule.rules.branches.iter().any(|branch| branch.rows.iter().all(doubtful));
        let missing: Vec<&str> = [Status::Yes, Status::No]
            .into_iter()
            .filter(|status| !(expected(*status) || never_no && *status == Status::No))
            .map(Status::label)
            .collect();
        if !missing.is_empty() {
            let message = format!("{EXAMPLES} 里没有一个家庭“{}”它", missing.join("”和“"));
            let hint = format!("加一个家庭，在“期望”里写 {id}=符合；再加一个写 {id}=不符合");
            notes.warn(at, "no-example", message, hint);
        }
    }

    /// Of two policies one thing is true. What is less certain is reported, in whichever of the two files it stands.
    pub(super) fn beside(
        &self,
        notes: &mut Notes<'_>,
        policy: &str,
        other: &str,
        said: Beside,
        at: &Range<usize>,
    ) {
        let (Some(one), Some(two)) = (self.portal.policy(policy), self.portal.policy(other)) else {
            return;
        };
        let mut surer = Beside::ALL.into_iter().filter(|what| *what < said);
        let Some(what) = surer.find(|what| one.stands(*what, two)) else { return };
        let is_here = one.beside(what).contains(&two.id);
        let file = if is_here { policy } else { other };
        let message = format!(
            "这里把“{}”写进“{}”，policies/{file}.md 的“{}”里也写了这一对",
            short(other),
            said.label(),
            what.label()
        );
        let hint = "一对只写一种，照依据删去另一处：不能同时领写“互斥”，规定写明能的写“能一起领”，查不到的写“一起领待核验”";
        notes.error(at, "contradictory-pair", message, hint);
    }

    /// What a place has decided holds there: its page says where, and so does a row of every branch, or people of all
    /// other places are told that they may get it.
    fn local(&self, notes: &mut Notes<'_>, id: &str, at: &Range<usize>) {
        let Some(policy) = self.portal.policy(id).filter(|it| it.level.is_some()) else { return };
        let level = policy.level.map_or("", Level::label);
        if policy.areas.is_empty() {
            let message = format!("层级是“{level}”，适用却是全国");
            let hint = "“适用”写 areas.csv 里的编码，例如 [\"440111\"]；真的全国适用，“层级”写国家";
            notes.error(at, "local-everywhere", message, hint);
        }
        if !policy.is_decided() || self.unread.contains("facts.csv") {
            return;
        }
        let is_area = |row: &policy::Row| {
            let fact = self.portal.fact(&row.fact);
            fact.is_some_and(|it| it.kind == FactKind::Area)
                && matches!(row.relation, Relation::Is | Relation::In)
        };
        let bound = |branch: Option<char>| {
            policy
                .rows
                .iter()
                .any(|row| (row.branch.is_none() || row.branch == branch) && is_area(row))
        };
        let branches = policy.branches();
        let bound =
            bound(None) || !branches.is_empty() && branches.iter().all(|it| bound(Some(*it)));
        if !bound {
            let message = format!("层级是“{level}”，照条件表，别处的人也会得到“符合”");
            let code = policy.areas.first().map_or("440111", String::as_str);
            let hint = format!("加一行“共同 | 户籍地 | 属于 | {code}”，或者居住地、就读地");
            notes.error(at, "local-without-area", message, hint);
        }
    }

    /// What the engine knows of a policy; none where answers do not decide it.
    fn rule(&self, id: &str) -> Option<&PolicyRule> {
        let at = self.portal.policies.iter().position(|policy| policy.id == id)?;
        self.book.policies.iter().find(|rule| usize::from(rule.policy) == at)
    }

    /// An example family: what is written of it, and what comes out.
    pub(super) fn expectation(&self, notes: &mut Notes<'_>, row: &Expectation) {
        let examples = &self.portal.examples;
        let Some(example) = examples.iter().find(|it| it.id == row.example) else { return };
        let mut understood = true;
        for (name, words) in &row.answers {
            let Some(fact) = self.fact(notes, name) else {
                understood = false;
                continue;
            };
            if let Err(part) = Answer::read(&fact.kind, &words.value) {
                understood = false;
                let (message, _) = wrong_value(fact, &part);
                notes.error(&words.range, "bad-answer", message, Answer::how(&fact.kind));
            }
            let sibling = examples.iter().take_while(|it| it.id != example.id).find(|it| {
                let differs = |(id, said): &(String, String)| {
                    *id == fact.id && said.trim() != words.value.trim()
                };
                it.family == example.family && it.answers.iter().any(differs)
            });
            if let Some(sibling) = sibling.filter(|_| fact.owner == Owner::Family) {
                let message = format!("同一家的“{}”和“{}”不一样", fact.id, sibling.id);
                let hint = "“归属”是家庭的事实，一家的孩子都一样：只在一行写，或写得一样";
                notes.error(&words.range, "family-fact", message, hint);
            }
        }
        let answers = example.answers(&self.portal.facts, examples);
        let found = self.book.evaluate(&answers, &Given::default());
        if let Some((name, _)) = row.answers.first().filter(|_| found.contradictory && understood) {
            let message = format!("“{}”的回答不会同时是真的", short(&row.example));
            let hint = "看 constraints.csv 里哪几行对不上，改回答，或改那张表";
            notes.error(&name.range, "impossible-example", message, hint);
        }
        for (policy, expected) in &row.expected {
            let Some(rule) = self.expected(notes, policy) else { continue };
            let place = self.book.policies.iter().position(|it| it == rule);
            let outcome = place.and_then(|at| found.policies.get(at)?.as_ref());
            let status = outcome.map(|outcome| outcome.verdict.status);
            if let Some(status) = status.filter(|it| *it != expected.value && understood) {
                let message = format!(
                    "“{}”现在是“{}”，这里写的是“{}”",
                    policy.value,
                    status.label(),
                    expected.value.label()
                );
                let hint = format!(
                    "是有意改的，就改这一格；不是，就查 policies/{}.md 和 facts.csv",
                    policy.value
                );
                notes.error(&expected.range, "example-changed", message, hint);
            }
        }
    }

    /// The policy of which something is expected; none where that cannot be judged.
    fn expected(&self, notes: &mut Notes<'_>, policy: &Spot) -> Option<&PolicyRule> {
        let id = policy.value.as_str();
        let Some(known) = self.portal.policy(id) else {
            let ids = self.portal.policies.iter().map(|it| it.id.as_str());
            let hint = suggest(id, ids, "编号是 policies 里文件的名字，不带“.md”");
            notes.error(&policy.range, "unknown-policy", format!("没有政策“{}”", short(id)), hint);
            return None;
        };
        // What is wrong in the tables themselves has to be mended first.
        let unread = |file: &str| self.unread.contains(file);
        if unread("facts.csv") || unread(&format!("policies/{id}.md")) {
            return None;
        }
        if !known.is_decided() {
            let message = format!("“{}”是{}，不由回答决定", short(id), known.kind.label());
            notes.error(&policy.range, "undecided-policy", message, "删去这一项");
        }
        self.rule(id).filter(|rule| !rule.rules.rough)
    }
}

const EXAMPLES: &str = "policies/examples.csv";

/// What is wrong with a value of a fact, and what may be written.
fn wrong_value(fact: &Fact, value: &str) -> (String, String) {
    let (id, value) = (&fact.id, short(value));
    match &fact.kind {
        FactKind::Number { first, last, unit } => (
            format!("“{value}”不是“{id}”的数：应当是 {first} 到 {last} 的整数"),
            format!("只写数字，不带“{unit}”；范围在 facts.csv 的“选项”里改"),
        ),
        FactKind::Date { first, last } => (
            format!("“{value}”不是“{id}”的日期：应当在 {first} 到 {last} 之间"),
            "写成 2026-11-22 这样的年月日".to_owned(),
        ),
        FactKind::Area => {
            let hint = "写 areas.csv 里的编码：2、4、6、9 或 12 位数字".to_owned();
            (format!("“{value}”不是区划编码"), hint)
        }
        kind => {
            let choices = kind.choices();
            let hint = format!("能写的：{}", choices.join("、"));
            let hint = suggest(&value, choices, &hint);
            (format!("“{id}”没有“{value}”这个选项"), hint)
        }
    }
}
