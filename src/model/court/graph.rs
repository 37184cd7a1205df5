//! The nodes as a graph: where each leads, what is reached, what goes round in circles, and how long the ways are.

use super::{Court, Exit, Node, Target};

impl Node {
    /// Where it leads, in the order of the answers.
    pub fn targets(&self) -> impl Iterator<Item = Target> {
        let (one, many) = match &self.exit {
            Exit::To(target) => (Some(*target), None),
            Exit::Choice(choice) => (None, Some(choice)),
        };
        one.into_iter().chain(many.into_iter().flat_map(|it| &it.options).map(|it| it.to))
    }

    fn next_nodes(&self) -> impl Iterator<Item = usize> {
        self.targets().filter_map(|target| match target {
            Target::Node(number) => Some(number),
            Target::Debrief => None,
        })
    }
}

impl Court {
    /// For each node, whether any way from the first leads there.
    #[must_use]
    pub fn reachable(&self) -> Vec<bool> {
        let mut reached = vec![false; self.nodes.len()];
        let mut open: Vec<usize> = self.nodes.first().map(|_| 0).into_iter().collect();
        while let Some(number) = open.pop() {
            let Some(node) = self.nodes.get(number) else { continue };
            if !std::mem::replace(&mut reached[number], true) {
                open.extend(node.next_nodes());
            }
        }
        reached
    }

    /// The nodes in an order in which each stands before those that it leads to, and the nodes that lead back to one on
    /// the way to them.
    #[must_use]
    pub fn order(&self) -> (Vec<usize>, Vec<usize>) {
        let mut order = Vec::new();
        let mut back = Vec::new();
        // 1: on the way from the first node; 2: done.
        let mut state = vec![0_u8; self.nodes.len()];
        let mut way: Vec<(usize, Vec<usize>)> = Vec::new();
        for first in 0..self.nodes.len() {
            let mut enter = Some(first);
            loop {
                if let Some(number) = enter.take()
                    && state.get(number) == Some(&0)
                {
                    state[number] = 1;
                    way.push((number, self.nodes[number].next_nodes().collect()));
                }
                let Some((number, next)) = way.last_mut() else { break };
                match next.pop() {
                    Some(target) if state.get(target) == Some(&1) => back.push(*number),
                    Some(target) => enter = Some(target),
                    None => {
                        state[*number] = 2;
                        order.push(*number);
                        way.pop();
                    }
                }
            }
        }
        order.reverse();
        (order, back)
    }

    /// The characters that are spoken on the shortest and on the longest way from the first node to the end, in the
    /// whole version or in the short one.
    #[must_use]
    pub fn ways(&self, short: bool) -> (u32, u32) {
        let mut ways = vec![(0, 0); self.nodes.len()];
        for number in self.order().0.into_iter().rev() {
            let Some(node) = self.nodes.get(number) else { continue };
            // A way that leads back counts once.
            let rest = node.targets().map(|target| match target {
                Target::Node(next) => ways.get(next).copied().unwrap_or_default(),
                Target::Debrief => (0, 0),
            });
            let (least, most) = rest
                .reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
                .unwrap_or_default();
            let own = node.characters(short);
            ways[number] = (least + own, most + own);
        }
        ways.first().copied().unwrap_or_default()
    }
}
