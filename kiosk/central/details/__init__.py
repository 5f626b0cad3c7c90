"""What patrons see and change about themselves (利用者情報設定)."""
