"""Where something is typed: boards, pads, fields and suggestions."""
