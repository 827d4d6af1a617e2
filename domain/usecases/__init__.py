"""What people do with a workspace: functions(session, draft, …), one transaction and one undo step each."""
