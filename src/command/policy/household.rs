//! What is known of a family, as JSON.

use serde_json::{Map, Value};

use crate::model::Portal;
use crate::model::policy::{Answer, Answers, FactKind, Family, Rulebook};

/// Stands for what each of several children has for itself.
const CHILDREN: &str = "孩子";

/// The policies that are received already.
const RECEIVED: &str = "已经在领";

/// A family, and what each child receives already.
pub(super) struct Household {
    family: Family,
    received: Vec<Vec<u16>>,
}

impl Household {
    /// Reads a family.
    ///
    /// # Errors
    /// What is not understood.
    pub(super) fn read(portal: &Portal, book: &Rulebook, text: &str) -> Result<Self, String> {
        // Some editors save a byte order mark in front.
        let text = text.trim_start_matches('\u{feff}');
        let known: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let known = object(&known)?;
        let nothing = Map::new();
        let own: Vec<&Map<String, Value>> = match known.get(CHILDREN) {
            None => vec![&nothing],
            Some(Value::Array(children)) => {
                children.iter().map(object).collect::<Result<_, _>>()?
            }
            Some(_) => return Err(format!("`{CHILDREN}` has to be a list of objects")),
        };
        let mut household = Self { family: Family::default(), received: Vec::new() };
        for _ in &own {
            household.family.add(book);
            household.received.push(Vec::new());
        }
        for (child, own) in own.iter().enumerate() {
            // What holds for this child stands behind what holds for all.
            for (name, value) in known.iter().chain(*own).filter(|(name, _)| *name != CHILDREN) {
                household.tell(portal, book, child, name, value)?;
            }
        }
        Ok(household)
    }

    fn tell(
        &mut self,
        portal: &Portal,
        book: &Rulebook,
        child: usize,
        name: &str,
        value: &Value,
    ) -> Result<(), String> {
        if name == RECEIVED {
            for id in value.as_array().into_iter().flatten() {
                let id = id.as_str().unwrap_or_default();
                let place = (0..).zip(&book.policies).find(|(_, rule)| {
                    portal.policies.get(usize::from(rule.policy)).is_some_and(|it| it.id == id)
                });
                let (place, _) =
                    place.ok_or_else(|| format!("no policy with conditions: `{id}`"))?;
                if let Some(received) = self.received.get_mut(child) {
                    received.push(place);
                }
            }
            return Ok(());
        }
        let fact = (0..).zip(&portal.facts).find(|(_, fact)| fact.id == name);
        let (place, fact) = fact.ok_or_else(|| format!("no such fact: `{name}`"))?;
        let words = words(&fact.kind, value).ok_or_else(|| format!("`{name}`: {value}"))?;
        let answer = Answer::read(&fact.kind, &words)
            .map_err(|part| format!("`{name}`: `{part}`: {}", Answer::how(&fact.kind)))?;
        self.family.answer(book, child, place, &answer);
        Ok(())
    }

    /// The answers about each child, and the policies that it receives.
    pub(super) fn children(&self) -> impl Iterator<Item = (&Answers, &[u16])> {
        self.family.children().iter().zip(self.received.iter().map(Vec::as_slice))
    }
}

fn object(value: &Value) -> Result<&Map<String, Value>, String> {
    value.as_object().ok_or_else(|| "expected an object such as {\"年龄\": 8}".to_owned())
}

/// A value in the words of `examples.csv`. A list is what is there of a 多选, and of any other fact what is possible.
fn words(kind: &FactKind, value: &Value) -> Option<String> {
    match value {
        Value::Null => Some("不清楚".to_owned()),
        Value::Bool(yes) => Some(FactKind::FLAGS[usize::from(!yes)].to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(words) => Some(words.clone()),
        Value::Array(values) if values.is_empty() => {
            matches!(kind, FactKind::Many(_)).then(|| "无".to_owned())
        }
        Value::Array(values) => {
            let words: Option<Vec<String>> = values.iter().map(|it| words(kind, it)).collect();
            let mark = if matches!(kind, FactKind::Many(_)) { "+" } else { "|" };
            Some(words?.join(mark))
        }
        Value::Object(_) => None,
    }
}
