"""着信履歴: a call that rings once and ends, so that it stands in the phone's history."""
