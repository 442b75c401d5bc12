-- An entry says to whom a message did not come; the key of why stood beside it, and is said at the message.
update entry
set summary = split_part(summary, ' ', 1)
where kind in ('bounced', 'gave_up', 'complained');
